// schema.mjs SCHEMA CREDENTIAL: holds the payload of a credential against a JSON Schema of 2019-09.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2019.js';

const [schema, credential] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const validate = new Ajv({ allErrors: true, strict: false, strictSchema: true }).compile(JSON.parse(schema));
if (!validate(JSON.parse(Buffer.from(credential.split('.')[1], 'base64url')))) {
  throw new Error(JSON.stringify(validate.errors, null, 1));
}
console.log('valid');
