export function sampleFirm(today: string): Promise<Map<string, string>>;
