/** Whether the person has said that the diary lives on another phone now, and since when. */
import { instant } from '../../core/shapes.ts'
import { useLive } from '../live.ts'

export const elsewhereSetting = 'livesElsewhere'

export const useElsewhere = () =>
  useLive(async diary => ({ since: await diary.setting(elsewhereSetting, instant) }), [])
