export interface BreakGlass {
  /** a reference or an id; absent: every confidential search on whose team nobody can sign in */
  search?: string;
  reason: string;
}
