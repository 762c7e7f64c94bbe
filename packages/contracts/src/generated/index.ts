// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export { accessAbi, accessBytecode } from './access.js';
export { addressBookAbi, addressBookBytecode } from './address-book.js';
export { authorParametersAbi, authorParametersBytecode } from './author-parameters.js';
export { authorizedHospitalsAbi, authorizedHospitalsBytecode } from './authorized-hospitals.js';
export { dataRequestAbi, dataRequestBytecode } from './data-request.js';
export { patientDigitalTwinAbi, patientDigitalTwinBytecode } from './patient-digital-twin.js';
export { registrationAbi, registrationBytecode } from './registration.js';
export { errorsAbi } from './errors-abi.js';
