/**
 * How the contracts are deployed, as data: the steps in order, each with ABI, bytecode and constructor arguments.
 *
 * The contracts of one generation know each other from construction on, so their addresses have to be known before they
 * exist. Deployed one after the other from one account they are: the address of a contract follows from the account and
 * its nonce. `AddressBook`, last, refuses to exist unless all of them were built with the same list.
 */
import {
  accessAbi,
  accessBytecode,
  addressBookAbi,
  addressBookBytecode,
  authorizedHospitalsAbi,
  authorizedHospitalsBytecode,
  contributionAbi,
  contributionBytecode,
  dataRequestAbi,
  dataRequestBytecode,
  emergencyAbi,
  emergencyBytecode,
  patientDigitalTwinAbi,
  patientDigitalTwinBytecode,
  recoveryAbi,
  recoveryBytecode,
  registrationAbi,
  registrationBytecode,
  storageAbi,
  storageBytecode,
} from './generated/index.js';
import type { Hex } from './hex.js';

/** The contracts in the order of deployment. */
export const DEPLOYMENT_ORDER = [
  'AuthorizedHospitals',
  'Registration',
  'Recovery',
  'Access',
  'Emergency',
  'Contribution',
  'Storage',
  'PatientDigitalTwin',
  'DataRequest',
  'AddressBook',
] as const;
export type ContractName = (typeof DEPLOYMENT_ORDER)[number];

/** ABI and creation bytecode by contract name. */
export const ARTIFACTS = {
  AuthorizedHospitals: { abi: authorizedHospitalsAbi, bytecode: authorizedHospitalsBytecode },
  Registration: { abi: registrationAbi, bytecode: registrationBytecode },
  Recovery: { abi: recoveryAbi, bytecode: recoveryBytecode },
  Access: { abi: accessAbi, bytecode: accessBytecode },
  Emergency: { abi: emergencyAbi, bytecode: emergencyBytecode },
  Contribution: { abi: contributionAbi, bytecode: contributionBytecode },
  Storage: { abi: storageAbi, bytecode: storageBytecode },
  PatientDigitalTwin: { abi: patientDigitalTwinAbi, bytecode: patientDigitalTwinBytecode },
  DataRequest: { abi: dataRequestAbi, bytecode: dataRequestBytecode },
  AddressBook: { abi: addressBookAbi, bytecode: addressBookBytecode },
} as const;

/** One hospital of the founding set; `id` is the part of its name after `hospital:`. */
export interface HospitalTerms {
  readonly id: string;
  readonly epoch: number;
  readonly controller: Hex;
  readonly endpoint: string;
}

/** `contractParameters` of `@twinseal/mibsc` as hexadecimal: 32, 128, 256 and 256 bytes. */
export interface ParameterTerms {
  readonly digest: Hex;
  readonly w: Hex;
  readonly H1: Hex;
  readonly H2: Hex;
}

/** The addresses of one generation, as the Solidity struct `Wiring` has them. */
export interface Wiring {
  readonly generation: number;
  readonly hospitals: Hex;
  readonly book: Hex;
  readonly registration: Hex;
  readonly recovery: Hex;
  readonly access: Hex;
  readonly emergency: Hex;
  readonly contribution: Hex;
  readonly stores: Hex;
  readonly twins: Hex;
  readonly requests: Hex;
}

export interface DeploymentInput {
  readonly founders: readonly HospitalTerms[];
  /** Share of the active hospitals that decides, 51 to 100. */
  readonly quorumPercent: number;
  readonly parameters: ParameterTerms;
  /** The predicted address of each contract of `DEPLOYMENT_ORDER`: CREATE from the deploying account at consecutive nonces. */
  readonly addresses: Readonly<Record<ContractName, Hex>>;
}

export interface DeploymentStep {
  readonly contract: ContractName;
  readonly abi: readonly unknown[];
  readonly bytecode: Hex;
  readonly args: readonly unknown[];
  /** Where the contract must turn out to be; if it does not, stop: the others would point into the void. */
  readonly address: Hex;
}

/** The wiring of the first generation at the given addresses. */
export function firstWiring(addresses: Readonly<Record<ContractName, Hex>>): Wiring {
  return {
    generation: 1,
    hospitals: addresses.AuthorizedHospitals,
    book: addresses.AddressBook,
    registration: addresses.Registration,
    recovery: addresses.Recovery,
    access: addresses.Access,
    emergency: addresses.Emergency,
    contribution: addresses.Contribution,
    stores: addresses.Storage,
    twins: addresses.PatientDigitalTwin,
    requests: addresses.DataRequest,
  };
}

/** The steps that deploy the first generation, to be sent in this order at consecutive nonces. */
export function deploymentPlan(input: DeploymentInput): DeploymentStep[] {
  const wiring = firstWiring(input.addresses);
  return DEPLOYMENT_ORDER.map((contract) => ({
    contract,
    abi: ARTIFACTS[contract].abi,
    bytecode: ARTIFACTS[contract].bytecode,
    args:
      contract === 'AuthorizedHospitals'
        ? [input.founders, input.quorumPercent, input.parameters, wiring.book]
        : [wiring],
    address: input.addresses[contract],
  }));
}
