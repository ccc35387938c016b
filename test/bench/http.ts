export async function httpBench(_print: (line: string) => void): Promise<void> {}
