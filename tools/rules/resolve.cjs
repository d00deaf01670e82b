// What dependency-cruiser asks for our own paths: an alias is found at once, the paths of tsconfig.json by trial.
const path = require('node:path');

module.exports = { resolve: { alias: { '@app': path.resolve(__dirname, '../../libs') } } };
