/** An admin put themselves on the team of a confidential search, which is the subject. The name is stored, and stays. */
export const GLASS_BROKEN = 'searches.glass_broken';
