/** What tests in TypeScript ask of site.mjs. */
export function buildPage(entry: string, folder: string): Promise<void>
