import type { Criterion, CriterionKind, Practice, RoleTemplateFields } from './role-templates.types.js';

interface TemplateText {
  /** the letters a search's reference starts with */
  code: string;
  title: string;
  family: Practice;
  /** in order of weight */
  must: readonly (readonly [CriterionKind, string])[];
  nice: readonly (readonly [CriterionKind, string])[];
}

const TEMPLATES: Readonly<Record<string, TemplateText>> = {
  chief_ai_officer: {
    code: 'CAIO',
    title: 'Chief AI Officer',
    family: 'leadership',
    must: [
      ['organisational', 'Has led an AI organisation of 50 or more people, with managers below managers'],
      ['commercial', 'Has owned a budget of at least 20 million and answered for its return to the board'],
      [
        'technical',
        'Has brought several machine-learning or language-model products into production, not pilots alone',
      ],
      ['governance', 'Has set up model risk management or an equivalent that auditors or regulators accepted'],
      ['organisational', 'Has moved business units that did not report to them'],
    ],
    nice: [
      ['technical', 'Can judge the choice between own, open and bought models from first-hand work'],
      ['governance', 'Knows the obligations of the EU AI Act for high-risk systems'],
      ['commercial', 'Has worked in the same industry as the client'],
    ],
  },
  vp_mlops: {
    code: 'VPML',
    title: 'VP MLOps',
    family: 'infrastructure',
    must: [
      ['technical', 'Has run a platform that serves more than 100 models in production'],
      ['technical', 'Has built training, deployment, monitoring and rollback as one paved road'],
      ['organisational', 'Has led platform teams of 20 or more across time zones, on-call included'],
      ['commercial', 'Has brought the cost of a prediction down and can say by how much'],
      ['governance', 'Has made lineage and approvals of models auditable'],
    ],
    nice: [
      ['technical', 'Has operated large language models next to classical ones'],
      ['organisational', 'Has moved a company from notebooks to a shared platform'],
    ],
  },
  head_of_ai_infrastructure: {
    code: 'HAII',
    title: 'Head of AI Infrastructure',
    family: 'infrastructure',
    must: [
      ['technical', 'Has run accelerator clusters of at least 1,000 devices with their network and storage'],
      ['technical', 'Has scheduled training and inference on shared capacity at high utilisation'],
      ['commercial', 'Has negotiated capacity contracts with cloud or colocation providers'],
      ['organisational', 'Has hired and kept systems engineers in a scarce market'],
      ['governance', 'Has isolated tenants and protected model weights to a standard that was tested'],
    ],
    nice: [
      ['technical', 'Has tuned collective communication or kernels personally'],
      ['commercial', 'Has planned power and capacity two years ahead'],
    ],
  },
  vp_research: {
    code: 'VPR',
    title: 'VP Research',
    family: 'research',
    must: [
      ['technical', 'Has a research record in machine learning that peers cite and use'],
      ['organisational', 'Has led a laboratory of 30 or more researchers and engineers'],
      ['organisational', 'Has attracted senior researchers who could have gone anywhere'],
      ['commercial', 'Has seen research results become products with revenue'],
      ['technical', 'Sets a research agenda and stops what does not work'],
    ],
    nice: [
      ['governance', 'Has run publication and release decisions with safety in view'],
      ['commercial', 'Has raised outside funding or led university partnerships'],
      ['technical', 'Has worked at a frontier laboratory'],
    ],
  },
  chief_data_officer: {
    code: 'CDO',
    title: 'Chief Data Officer',
    family: 'leadership',
    must: [
      ['governance', 'Has made owners, quality and access of data work across a whole company'],
      ['technical', 'Has replaced a legacy warehouse by a platform that teams chose to use'],
      ['organisational', 'Has led 100 or more people in data engineering, analytics and governance'],
      ['commercial', 'Has shown the worth of data in the profit and loss of a business unit'],
      ['governance', 'Has stood before a regulator on data protection'],
    ],
    nice: [
      ['technical', 'Has prepared data for training and retrieval of language models'],
      ['commercial', 'Has licensed data in or out'],
    ],
  },
  head_of_ai_safety_governance: {
    code: 'HASG',
    title: 'Head of AI Safety & Governance',
    family: 'governance',
    must: [
      ['governance', 'Has built the policy, the inventory and the review of AI systems of a company'],
      ['governance', 'Has applied the EU AI Act, ISO/IEC 42001 or the NIST AI RMF in practice'],
      ['technical', 'Can read an evaluation report and find what it leaves out'],
      ['organisational', 'Has stopped or changed a launch and kept the trust of the product teams'],
      ['organisational', 'Has reported to a board or a risk committee'],
    ],
    nice: [
      ['technical', 'Has led red-teaming of generative models'],
      ['commercial', 'Has turned assurance into an argument that won customers'],
    ],
  },
  vp_ai_product: {
    code: 'VPAP',
    title: 'VP AI Product',
    family: 'product',
    must: [
      ['commercial', 'Has taken an AI product from nothing to revenue that mattered to the company'],
      ['technical', 'Decides with engineers on latency, quality and cost, by numbers'],
      ['organisational', 'Has led product managers and designers across several product lines'],
      ['commercial', 'Has priced usage-based products'],
      ['governance', 'Has shipped in a market with rules on automated decisions'],
    ],
    nice: [
      ['technical', 'Has built evaluation into the product cycle'],
      ['organisational', 'Has worked with research teams on uncertain timelines'],
    ],
  },
  head_of_agentic_ai: {
    code: 'HAGE',
    title: 'Head of Agentic AI',
    family: 'product',
    must: [
      ['technical', 'Has put agents with tools into production for real users, with recovery from failure'],
      ['technical', 'Has measured the success of multi-step tasks and raised it'],
      ['governance', 'Has limited what agents may do and kept a record of what they did'],
      ['organisational', 'Has built a team of engineers and domain experts around a workflow'],
      ['commercial', 'Has shown hours or money saved by an automated process'],
    ],
    nice: [
      ['technical', 'Has worked on planning, memory or computer use'],
      ['commercial', 'Has sold to operations leaders'],
    ],
  },
  evaluation_reliability_lead: {
    code: 'EVAL',
    title: 'Evaluation and Reliability Lead',
    family: 'research',
    must: [
      ['technical', 'Has designed evaluations that predicted what happened in production'],
      ['technical', 'Commands experiment design, statistics and the limits of model graders'],
      ['technical', 'Has built evaluation pipelines that gate releases'],
      ['organisational', 'Has made several teams agree on one measure of quality'],
      ['governance', 'Has documented model limits for people outside engineering'],
    ],
    nice: [
      ['governance', 'Has worked with outside auditors of AI systems'],
      ['commercial', 'Has tied quality measures to customer retention'],
    ],
  },
  inference_lead: {
    code: 'INFL',
    title: 'Inference Lead',
    family: 'infrastructure',
    must: [
      ['technical', 'Has served large models at high load with batching, caching and quantisation'],
      ['technical', 'Has profiled and sped up inference down to kernels and memory'],
      ['technical', 'Has met latency objectives through regional failures'],
      ['commercial', 'Knows the cost per million tokens and the levers on it'],
      ['organisational', 'Leads by example in a small senior team'],
    ],
    nice: [
      ['technical', 'Has contributed to an open-source inference engine'],
      ['governance', 'Has kept customer prompts apart and out of logs'],
    ],
  },
};

/** What the firm starts with; from then on they are its own. */
export const builtInTemplates = (): (RoleTemplateFields & { key: string })[] =>
  Object.entries(TEMPLATES).map(([key, { must, nice, ...template }]) => ({
    key,
    ...template,
    criteria: [...must.map(criterion(true)), ...nice.map(criterion(false))],
  }));

function criterion(mustHave: boolean): (entry: readonly [CriterionKind, string]) => Criterion {
  return ([kind, text]) => ({ text, kind, mustHave });
}
