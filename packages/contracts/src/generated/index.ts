// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export { accessAbi, accessBytecode } from './access.js';
export { addressBookAbi, addressBookBytecode } from './address-book.js';
export { authorParametersAbi, authorParametersBytecode } from './author-parameters.js';
export { authorizedHospitalsAbi, authorizedHospitalsBytecode } from './authorized-hospitals.js';
export { contributionAbi, contributionBytecode } from './contribution.js';
export { dataRequestAbi, dataRequestBytecode } from './data-request.js';
export { emergencyAbi, emergencyBytecode } from './emergency.js';
export { patientDigitalTwinAbi, patientDigitalTwinBytecode } from './patient-digital-twin.js';
export { recoveryAbi, recoveryBytecode } from './recovery.js';
export { registrationAbi, registrationBytecode } from './registration.js';
export { storageAbi, storageBytecode } from './storage.js';
export { errorsAbi } from './errors-abi.js';
