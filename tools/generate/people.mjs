// @ts-check

/** @param {string} text */
const words = (text) => text.trim().split(/\s+/);

/**
 * First and last names are combined at random; the people are simulated.
 * @type {Record<string, { first: string[], last: string[] }>}
 */
const NAMES = {
  english: {
    first: words(`Alice Amelia Beatrice Charlotte Clara Eleanor Esther Fiona Georgia Harriet Imogen Judith Laura Miriam
      Naomi Olivia Philippa Rosalind Sophie Verity Adam Alistair Benedict Callum Duncan Edmund Felix Gareth Hugh Ian
      Jasper Kieran Laurence Malcolm Nathan Oscar Patrick Rhys Simon Tobias`),
    last: words(`Abernethy Ainscough Barrowclough Birtwell Blakemore Brockhurst Calderwood Carswell Chadburn Cotterill
      Dalrymple Dunmore Eastwick Fairbrother Fenwick Garside Hargrave Haverley Inskip Kettering Lathbury Lockwood
      Marchbank Netherby Oakeshott Pemberley Quarrington Ravenhill Redfern Satterley Standish Thistlewood Treadgold
      Underhay Wadsley Westerby Whitcombe Winterburn Wolstenholme Yardley`),
  },
  german: {
    first: words(`Anneliese Birgit Carla Dörte Elke Friederike Greta Heike Ilse Jana Katharina Liesel Marlene Nele
      Ronja Sabine Tanja Ulrike Veronika Wiebke Anton Bernd Clemens Dietmar Emil Florian Gregor Henning Jürgen Konrad
      Lennart Matthias Niklas Ottmar Rüdiger Stefan Thorsten Uwe Volker Wolfram`),
    last: words(`Achterberg Bachhuber Brandstätter Buchwald Dornbusch Eichinger Falkenrath Fürstenau Gerlach Grünewald
      Haberkorn Hellwig Hölzer Immenkamp Kaltenbach Kirchhof Königsmann Krautwald Lindenau Löffelholz Mühlenkamp
      Niedermeier Obermark Pfefferkorn Quandtner Rosenkamp Rößler Schönfelder Sonnleitner Steinbrügge Tannhofer
      Uhlenbrock Vogelsang Waldhäuser Weidenfeld Wiesengrund Wüstner Zellmann Zimmerling Zöllner`),
  },
  french: {
    first: words(`Adèle Bérénice Camille Delphine Élodie Fanny Gaëlle Hélène Inès Joséphine Léa Maëlle Noémie Océane
      Pénélope Solène Théa Victoire Yvette Zoé Aurélien Bastien Cédric Damien Étienne Fabrice Guillaume Hugo Jérôme
      Kévin Loïc Mathéo Noël Olivier Pascal Rémi Sylvain Thibault Valentin Yann`),
    last: words(`Aubergier Beaumarais Boisvert Carrière Chastagnier Courtemanche Delacombe Desrivières Dufresnoy
      Estragnat Fontbonne Garancher Guérinot Hautecoeur Jourdanet Labrousse Lacombrade Lefrançois Marchandeau
      Montferrand Noirmont Ormesson Pélissard Perrineau Quéméner Rochebrune Roussillon Saintange Tournesac Vauclin
      Verdière Villemagne Vaugirard Bréhat Cornouaille Malvoisin Peyrelade Sauveterre Tréguier Valcourt`),
  },
  nordic: {
    first: words(`Agnete Birgitta Cecilie Dagny Elin Frida Gunhild Hedda Ingeborg Jorunn Karin Linnéa Maja Nanna Oda
      Ragnhild Signe Tuva Ylva Åsa Anders Bjørn Christer Didrik Einar Fredrik Gunnar Håkon Ivar Jesper Kjell Lars
      Magnus Nils Ola Pål Rasmus Sören Torbjörn Øyvind`),
    last: words(`Almskog Bergskaug Björkdal Dahlgård Ekenberg Engström Fjellhaug Forsmark Granvik Grönholm Hagelund
      Hasselgren Höglind Isaksrud Kvistgaard Källman Lindskov Ljungdahl Lövgren Mossberg Myrdalen Nordahlen Norrgård
      Ødegård Ravnskov Rosengren Rønneby Sandvik Sjöholm Skogheim Solbakken Strandvold Söderlind Tallberg Thorsrud
      Vestergren Vinterskov Wahlkvist Ågren Österdahl`),
  },
  southern: {
    first: words(`Alba Begoña Chiara Débora Estefanía Fiorella Ginevra Inês Jimena Lúcia Mafalda Noelia Ornella Paloma
      Rocío Sofía Teodora Valentina Ximena Zulmira Aitor Bruno César Dário Eusebio Fabrizio Gonçalo Héctor Iñaki
      Joaquín Leandro Matías Nuno Ottavio Raúl Sérgio Tommaso Ubaldo Vicente Xavier`),
    last: words(`Abascalar Aldovandi Arrondo Barrientos Belmontero Brancaforte Cantalejo Castelbuono Cordeiro
      Dominicato Escalante Falcomer Figueroba Galvão Gianferrari Hinojosa Ibarrola Lombardero Madrigal Marchesin
      Montenegri Navarrina Oliveirinha Pasqualin Peñalba Quintanar Ribadeneira Rosselmini Saavedro Santangeli
      Tarragona Urrestaraz Valdecasas Vendramin Vilaseca Zabaleta Zorrilla Câmara Pinhão Lourosa`),
  },
  eastern: {
    first: words(`Agnieszka Bronisława Danuta Eliška Halina Ivana Jolanta Květa Lidia Małgorzata Natália Oksana Petra
      Radka Stanisława Teodora Urszula Věra Wanda Zuzana Andrzej Bohdan Czesław Dušan Edvard Grzegorz Hynek Igor
      Jarosław Kamil Luboš Marek Norbert Ondřej Paweł Radovan Stanislav Tomáš Vojtěch Zbigniew`),
    last: words(`Bartoszek Białecki Brzozowicz Cieślak Dobrovský Dvorenko Gajewski Hlaváček Hruška Jabłoński Jelínek
      Kalinowicz Kavalenko Kołodziej Kopecký Kubíček Lisowski Łukasik Malczyk Mrázek Nedoma Nowicki Olszewicz Ostrowka
      Piotrowicz Pokorný Ružička Sedláček Skřivan Sokolnik Szymczak Škoda Tomaszek Urbański Vaněk Wierzbicki
      Wójtowicz Zawadka Zelenko Žáček`),
  },
  asian: {
    first: words(`Aanya Bhavna Deepika Ishani Kavita Lakshmi Meera Nandini Pooja Rekha Aditya Chetan Dinesh Harish
      Kiran Manoj Nikhil Pranav Rohan Vivek Ayaka Chihiro Haruka Mei Ling Wen Xiu Yan Daichi Haruto Jun Kenta Ryo
      Takumi Hao Jian Tao Wei Minh Linh`),
    last: words(`Bhattarai Chandrasekar Deshpande Ganapathy Iyengar Joshipura Kulkarni Mahadevan Nambiar Padmanabhan
      Raghunath Sivakumar Thiagarajan Upadhyay Venkatesh Asakura Fujimori Hayashida Ishikura Kawabata Matsuoka
      Nishizawa Okamura Sakaguchi Takehara Uchiyama Chengwu Duanmu Fengjian Linghu Ouyang Shangguan Situ Xiahou
      Zhuge Dinhvan Hoangmai Phamthi Trinhle Vuongson`),
  },
};

/** @typedef {keyof typeof NAMES} Culture */

/** @type {Record<string, { cities: string[], cultures: (readonly [string, number])[] }>} */
export const COUNTRIES = {
  GB: {
    cities: ['London', 'Cambridge', 'Edinburgh', 'Manchester', 'Bristol'],
    cultures: [
      ['english', 6],
      ['asian', 2],
      ['eastern', 1],
      ['southern', 1],
    ],
  },
  DE: {
    cities: ['Berlin', 'München', 'Hamburg', 'Köln', 'Karlsruhe'],
    cultures: [
      ['german', 7],
      ['eastern', 2],
      ['asian', 1],
      ['southern', 1],
    ],
  },
  US: {
    cities: ['New York', 'Boston', 'Austin', 'Seattle', 'San Francisco', 'Pittsburgh'],
    cultures: [
      ['english', 5],
      ['asian', 3],
      ['southern', 1],
      ['german', 1],
      ['eastern', 1],
    ],
  },
  FR: {
    cities: ['Paris', 'Lyon', 'Grenoble', 'Toulouse'],
    cultures: [
      ['french', 8],
      ['southern', 1],
      ['asian', 1],
    ],
  },
  NL: {
    cities: ['Amsterdam', 'Utrecht', 'Eindhoven'],
    cultures: [
      ['german', 3],
      ['nordic', 2],
      ['english', 2],
      ['asian', 1],
    ],
  },
  SE: {
    cities: ['Stockholm', 'Göteborg', 'Malmö', 'Linköping'],
    cultures: [
      ['nordic', 8],
      ['eastern', 1],
      ['asian', 1],
    ],
  },
  CH: {
    cities: ['Zürich', 'Lausanne', 'Genève', 'Basel'],
    cultures: [
      ['german', 4],
      ['french', 3],
      ['southern', 1],
    ],
  },
  ES: {
    cities: ['Madrid', 'Barcelona', 'Valencia'],
    cultures: [
      ['southern', 9],
      ['english', 1],
    ],
  },
  PL: {
    cities: ['Warszawa', 'Kraków', 'Wrocław'],
    cultures: [
      ['eastern', 9],
      ['german', 1],
    ],
  },
  CA: {
    cities: ['Toronto', 'Montréal', 'Vancouver'],
    cultures: [
      ['english', 4],
      ['french', 3],
      ['asian', 3],
    ],
  },
  SG: {
    cities: ['Singapore'],
    cultures: [
      ['asian', 7],
      ['english', 2],
    ],
  },
};

/** Countries a person may live in, seen from an office's country. */
export const NEARBY = [
  ['GB', 22],
  ['DE', 18],
  ['US', 28],
  ['FR', 9],
  ['NL', 5],
  ['SE', 5],
  ['CH', 4],
  ['ES', 3],
  ['PL', 3],
  ['CA', 5],
  ['SG', 3],
].map(([country, weight]) => /** @type {[string, number]} */ ([country, weight]));

/** @param {import('./random.mjs').Random} random @param {string} country */
export function personName(random, country) {
  const culture = random.weighted(/** @type {NonNullable<typeof COUNTRIES[string]>} */ (COUNTRIES[country]).cultures);
  const { first, last } = /** @type {NonNullable<typeof NAMES[string]>} */ (NAMES[culture]);
  const family = random.pick(last);
  if (!random.chance(0.12)) return `${random.pick(first)} ${family}`;
  const second = random.pick(last);
  return second === family ? `${random.pick(first)} ${family}` : `${random.pick(first)} ${family}-${second}`;
}

/** @type {Record<string, string>} */
const LETTERS = { ß: 'ss', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', æ: 'ae' };

/** Plain letters, for mail addresses and links. @param {string} text */
export function slug(text) {
  return text
    .replace(/[ßøØłŁæ]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]+/g, (run) => (/^[\u0300-\u036f]+$/.test(run) ? '' : '.'))
    .replace(/^\.+|\.+$/g, '')
    .toLowerCase();
}

/**
 * Numbers that regulators keep for fiction (Ofcom, ARCEP, Bundesnetzagentur, the North American 555-01xx), each once.
 * @param {string} country @param {number} index
 */
export function fictionalPhone(country, index) {
  if (country === 'GB' && index < 1000) return `+447700900${String(index).padStart(3, '0')}`;
  if (country === 'DE' && index < 1000) return `+493023125${String(index).padStart(3, '0')}`;
  if (country === 'FR' && index < 10_000) return `+3363998${String(index).padStart(4, '0')}`;
  const area = country === 'US' ? US_AREAS[Math.floor(index / 100)] : undefined;
  return area && `+1${area}55501${String(index % 100).padStart(2, '0')}`;
}

const US_AREAS = [202, 212, 303, 312, 404, 415, 503, 512, 617, 713];
