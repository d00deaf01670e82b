/** What `date-holidays` has wrong of a country, or of one of its regions as it writes them, and who says so. */
export interface HolidayCorrection {
  where: string;
  why: string;
  source: string;
  /** Rules of the package that are no days off for everybody. */
  remove?: readonly string[];
  /** Days on which it has one that is on another day. */
  not?: readonly string[];
  /** Days off that it lacks, in its own grammar, each with a name. */
  add?: Readonly<Record<string, string>>;
}

export const HOLIDAY_CORRECTIONS: readonly HolidayCorrection[] = [
  {
    where: 'AE',
    why: 'the night journey and the first day of Ramadan are no days off; Arafat Day and the second National Day are',
    source:
      'Cabinet Resolution No. 27 of 2024, https://u.ae/en/information-and-services/public-holidays-and-religious-affairs',
    remove: ['27 Rajab', '1 Ramadan'],
    add: { '9 Dhu al-Hijjah': 'Arafat Day', '12-03': 'National Day' },
  },
  {
    where: 'CA-BC',
    why: 'a statutory holiday since 2023',
    source: 'National Day for Truth and Reconciliation Act (SBC 2023, c. 2)',
    add: { '09-30 since 2023': 'National Day for Truth and Reconciliation' },
  },
  {
    where: 'CA-MB',
    why: 'a general holiday since 2024',
    source: 'The Employment Standards Code (C.C.S.M. c. E110), s. 21, https://www.gov.mb.ca/labour/standards',
    add: { '09-30 since 2024': 'Orange Shirt Day' },
  },
  {
    where: 'CA-ON',
    why: 'Easter Monday is none of the nine public holidays',
    source:
      'Employment Standards Act, 2000, s. 1 (1), https://www.ontario.ca/document/your-guide-employment-standards-act-0/public-holidays',
    remove: ['easter 1'],
  },
  {
    where: 'CH',
    why: 'every canton has New Year, Ascension Day, 1 August and Christmas, and not every one the others',
    source: 'Federal Office of Justice, https://www.bj.admin.ch (statutory public holidays in Switzerland)',
    remove: ['easter -2', 'easter 1', 'easter 50', '12-26'],
  },
  {
    where: 'CN',
    why: 'the Spring Festival has four days since 2025, Labour Day two',
    source:
      'Regulation on Public Holidays for National Annual Festivals and Memorial Days, State Council Decree No. 795',
    add: { 'chinese 01-0-03 since 2025': 'Spring Festival', '05-02 since 2025': 'Labour Day' },
  },
  {
    where: 'CY',
    why: 'Green Monday is 48 days before Easter, and the Monday of Pentecost is a public holiday',
    source: 'Central Bank of Cyprus, https://www.centralbank.cy/en/the-bank/working-hours-bank-holidays',
    remove: ['orthodox -47'],
    add: { 'orthodox -48': 'Green Monday', 'orthodox 50': 'Kataklysmos' },
  },
  {
    where: 'GB-SCT',
    why: 'a bank holiday once',
    source: 'Royal Proclamation of 3 February 2026, https://www.gov.uk/bank-holidays#scotland',
    add: { '2026-06-15': 'World Cup bank holiday' },
  },
  {
    where: 'KR',
    why: 'the days of Seollal are the one before, New Year itself and the one after; Labour Day is paid leave by law',
    source:
      'Regulations on Holidays of Public Agencies, art. 2; Designation of Workers’ Day Act, https://www.law.go.kr',
    remove: ['korean 01-0-01 P3D'],
    add: { '1 day before korean 01-0-01 P3D': 'Korean New Year', '05-01': 'Labour Day' },
  },
  {
    where: 'SG',
    why: 'as gazetted for 2027; a holiday on a Sunday makes the Monday one',
    source: 'Ministry of Manpower, https://www.mom.gov.sg/employment-practices/public-holidays',
    not: ['2027-03-09'],
    add: {
      '2027-03-10': 'Hari Raya Puasa',
      '2027-05-17': 'Hari Raya Haji (substitute day)',
      '2027-05-20': 'Vesak Day',
    },
  },
  {
    where: 'US-MA',
    why: 'holidays of Suffolk County alone',
    source: 'M.G.L. c. 4, s. 7, cl. 18th, https://malegislature.gov/Laws/GeneralLaws/PartI/TitleI/Chapter4/Section7',
    remove: ['03-17', '06-17'],
  },
  {
    where: 'US-NY',
    why: 'commemorated, and no public holiday',
    source: 'New York General Construction Law, s. 24',
    remove: ['02-15'],
  },
];
