// @ts-check

/**
 * The ten seats the firm fills: searches are weighted, people fit a seat by their present title.
 * `usd` is a base salary for a United States search.
 * @typedef {{ key: string, title: string, weight: number, layer: string, usd: readonly [number, number], present: string[] }} Role
 * @type {readonly Role[]}
 */
export const ROLES = [
  {
    key: 'chief_ai_officer',
    title: 'Chief AI Officer',
    weight: 16,
    layer: 'product_execution',
    usd: [400_000, 520_000],
    present: ['VP AI', 'Chief Technology Officer', 'SVP Data & AI', 'Head of Applied AI'],
  },
  {
    key: 'vp_mlops',
    title: 'VP MLOps',
    weight: 14,
    layer: 'inference_infrastructure',
    usd: [290_000, 360_000],
    present: ['Director of MLOps', 'Head of ML Platform', 'Senior Director, ML Operations'],
  },
  {
    key: 'head_of_ai_infrastructure',
    title: 'Head of AI Infrastructure',
    weight: 14,
    layer: 'inference_infrastructure',
    usd: [280_000, 350_000],
    present: ['Director of AI Infrastructure', 'Principal Engineer, Training Clusters', 'Head of GPU Platform'],
  },
  {
    key: 'vp_research',
    title: 'VP Research',
    weight: 9,
    layer: 'research',
    usd: [340_000, 430_000],
    present: ['Director of Research', 'Principal Research Scientist', 'Research Lead, Foundation Models'],
  },
  {
    key: 'chief_data_officer',
    title: 'Chief Data Officer',
    weight: 10,
    layer: 'governance',
    usd: [310_000, 400_000],
    present: ['VP Data', 'Group Head of Data', 'Director of Data Strategy'],
  },
  {
    key: 'head_of_ai_safety_governance',
    title: 'Head of AI Safety & Governance',
    weight: 9,
    layer: 'governance',
    usd: [230_000, 300_000],
    present: ['Director of AI Governance', 'AI Risk Lead', 'Head of Responsible AI'],
  },
  {
    key: 'vp_ai_product',
    title: 'VP AI Product',
    weight: 9,
    layer: 'product_execution',
    usd: [290_000, 360_000],
    present: ['Director of AI Product', 'Group Product Manager, AI', 'Head of Product, Assistants'],
  },
  {
    key: 'head_of_agentic_ai',
    title: 'Head of Agentic AI',
    weight: 7,
    layer: 'product_execution',
    usd: [280_000, 350_000],
    present: ['Engineering Director, Agents', 'Staff Engineer, Tool Use', 'Lead, Autonomous Workflows'],
  },
  {
    key: 'evaluation_reliability_lead',
    title: 'Evaluation & Reliability Lead',
    weight: 6,
    layer: 'evaluation_reliability',
    usd: [220_000, 280_000],
    present: ['Evaluation Engineering Manager', 'Staff Engineer, Model Quality', 'Head of Model Testing'],
  },
  {
    key: 'inference_lead',
    title: 'Inference Lead',
    weight: 6,
    layer: 'inference_infrastructure',
    usd: [230_000, 300_000],
    present: ['Inference Engineering Manager', 'Staff Engineer, Serving', 'Compiler & Kernels Lead'],
  },
];

/** @type {readonly { key: string, label: string, kind: string, budget: number | undefined }[]} in order of position */
export const STAGES = [
  { key: 'sourced', label: 'Sourced', kind: 'sourcing', budget: undefined },
  { key: 'contacted', label: 'Contacted', kind: 'engaged', budget: 3 },
  { key: 'assessed', label: 'Assessed', kind: 'assessed', budget: 4 },
  { key: 'presented', label: 'Presented', kind: 'presented', budget: 4 },
  {
    key: 'client_interview',
    label: 'Client interview',
    kind: 'client_interview',
    budget: 4,
  },
  { key: 'finalist', label: 'Finalist', kind: 'finalist', budget: 3 },
  { key: 'offer', label: 'Offer', kind: 'offer', budget: 2 },
  { key: 'placed', label: 'Placed', kind: 'placed', budget: undefined },
];

/** Positions in the template, by name. */
export const STAGE = {
  sourced: 0,
  contacted: 1,
  assessed: 2,
  presented: 3,
  clientInterview: 4,
  finalist: 5,
  offer: 6,
  placed: 7,
};

/**
 * No office lies so far west that its working day reaches into the next day in UTC: history ends before today.
 * @type {readonly { key: string, country: string, region: string, zone: string, workingDays: readonly string[], market: string, currency: string, rate: number }[]}
 */
export const OFFICES = [
  office('london', 'GB', 'GB-ENG', 'Europe/London', 'Europe', 'GBP', 0.52),
  office('berlin', 'DE', 'DE-BE', 'Europe/Berlin', 'Europe', 'EUR', 0.62),
  office('new-york', 'US', 'US-NY', 'America/New_York', 'US', 'USD', 1),
  office('paris', 'FR', '', 'Europe/Paris', 'Europe', 'EUR', 0.6),
  office('austin', 'US', 'US-TX', 'America/Chicago', 'US', 'USD', 0.95),
  office('stockholm', 'SE', '', 'Europe/Stockholm', 'Europe', 'EUR', 0.58),
  office('toronto', 'CA', 'CA-ON', 'America/Toronto', 'Canada', 'CAD', 1.1),
  office('singapore', 'SG', '', 'Asia/Singapore', 'Singapore', 'SGD', 0.95),
  office('amsterdam', 'NL', '', 'Europe/Amsterdam', 'Europe', 'EUR', 0.6),
  office('riyadh', 'SA', '', 'Asia/Riyadh', 'Middle East', 'USD', 0.9, ['sun', 'mon', 'tue', 'wed', 'thu']),
];

/**
 * @param {string} key @param {string} country @param {string} region @param {string} zone
 * @param {string} market @param {string} currency @param {number} rate of a United States base
 */
function office(key, country, region, zone, market, currency, rate, workingDays = ['mon', 'tue', 'wed', 'thu', 'fri']) {
  return { key, country, region, zone, workingDays, market, currency, rate };
}

/** What people write down, by kind. */
export const TEXTS = {
  call: [
    'Spoke for half an hour. Open to a move for the right mandate; wants to hear about the reporting line.',
    'Short call. Asked who owns the roadmap and how large the team is.',
    'Talked through motives: team credibility first, compensation third.',
    'Call back agreed for next week. Two months of notice.',
  ],
  email: [
    'Sent the role outline; answered the same day with questions on governance.',
    'Confirmed interest by email and shared a current CV.',
    'Agreed the dates for the next conversations.',
  ],
  assessment: [
    'Assessment meeting held. Strong on platform, to be probed on hiring.',
    'Met for ninety minutes. Clear thinker, has led through a reorganisation.',
    'Competency interview done. Scorecard filed.',
  ],
  interview: [
    'First conversation with the client, 75 minutes. Both sides want to go on.',
    'Panel interview held with the leadership team.',
    'Client interview held on site; case study discussed.',
  ],
  feedback: [
    'Positive: strongest technical answer so far. Would like a second conversation.',
    'Likes the profile, unsure about scope. Wants references.',
    'Good chemistry. Compensation expectation is at the upper end.',
    'Clear yes to the next round.',
  ],
  client: [
    'Weekly call with the decision maker. Slate reviewed, priorities unchanged.',
    'Agreed interview slots for the coming days.',
    'Discussed the market: windows are short, feedback within two days was promised.',
    'Brief sharpened: governance moved from nice-to-have to must-have.',
  ],
  declined: [
    'Will not be taken further: others are closer to the brief.',
    'Respectful no. The panel missed experience with regulators.',
    'No second conversation; scope was felt to be too narrow.',
  ],
  withdrew: [
    'Called to step back. Thanked us for the way this was handled.',
    'Is out: the other process was faster.',
    'Stays where they are for now. Happy to talk again in a year.',
  ],
  note: [
    'Mapping extended to two more companies.',
    'Check the non-compete before presenting.',
    'Prefers contact after 17:00.',
    'Reference names received.',
  ],
};
