/** The diary as tables for a spreadsheet: CSV as RFC 4180 has it, with a byte order mark and no cell that is a formula. */
import { attachedData } from './attached.ts'
import { incidentsCsv, reportsCsv } from './csv.ts'
import type { SheetRequest } from './request.ts'
import { sceneOf } from './scene.ts'
import type { Wording } from './wording.ts'

export function tablesOf(request: SheetRequest, wording: Wording): { incidents: string; reports: string } {
  const scene = sceneOf(request, wording)
  const data = attachedData(request, scene)
  return { incidents: incidentsCsv(data, scene), reports: reportsCsv(data, scene) }
}
