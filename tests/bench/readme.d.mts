export function withFigures(readme: string, results: unknown): string
