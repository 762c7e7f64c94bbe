/** Matching proposes: the weights as the page of the module states them, worked by hand. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePersons, PROPOSED_FROM } from '../../src/links/matches.js';
import { type Person, personIn } from '../../src/links/person.js';

const ada: Person = {
  birthDate: '1971-02-03',
  gender: 'female',
  families: ['okonkwo'],
  givens: ['ada'],
  identifiers: ['urn:mrn|1'],
  postalCodes: ['8001'],
  phones: ['791234567'],
};
const nobody: Person = { families: [], givens: [], identifiers: [], postalCodes: [], phones: [] };

const person: fc.Arbitrary<Person> = fc.record({
  birthDate: fc.constantFrom('1971-02-03', '1971-03-02', '1980-12-24', '1971'),
  gender: fc.constantFrom('female', 'male'),
  families: fc.subarray(['okonkwo', 'okonkwe', 'smith']),
  givens: fc.subarray(['ada', 'adah', 'eve']),
  identifiers: fc.subarray(['urn:mrn|1', 'urn:mrn|2']),
  postalCodes: fc.subarray(['8001', '8002']),
  phones: fc.subarray(['791234567']),
});

describe('comparing two people', () => {
  it('adds up what agrees: 5 + 4 + 3 + 2 + 2 + 1.5 + 0.5', () => {
    expect(comparePersons(ada, ada)).toEqual({
      score: 18,
      agrees: ['identifier', 'birth date', 'family name', 'given name', 'telephone', 'postal code', 'gender'],
      differs: [],
    });
  });

  it('counts what is missing as nothing', () => {
    expect(comparePersons(ada, nobody)).toEqual({ score: 0, agrees: [], differs: [] });
  });

  it.each([
    // Day and month exchanged, all else but the identifier alike: 1.5 + 3 + 2 + 0.5
    [{ ...ada, birthDate: '1971-03-02', identifiers: [], phones: [], postalCodes: [] }, 7],
    // A son of the same name at the same address: −4 + 3 + 2 + 2 + 1.5 − 1
    [{ ...ada, birthDate: '1999-10-30', gender: 'male', identifiers: [] }, 3.5],
    // Twins by birth: 4 + 3 − 1 + 2 + 1.5 + 0.5
    [{ ...ada, givens: ['ngozi'], identifiers: [] }, 10],
    // One letter of seven differs in the family name (6/7 = 0.857): 4 + 1 + 2 + 0.5
    [{ ...ada, families: ['okonkwe'], identifiers: [], phones: [], postalCodes: [] }, 7.5],
    // Somebody else: −4 − 2 − 1 + 0.5
    [
      {
        birthDate: '1980-12-24',
        gender: 'female',
        families: ['smith'],
        givens: ['eve'],
        identifiers: [],
        postalCodes: [],
        phones: [],
      },
      -6.5,
    ],
  ] satisfies [Person, number][])('scores %#', (other, score) => {
    expect(comparePersons(ada, other).score).toBe(score);
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(comparePersons(a, b)).toEqual(comparePersons(b, a));
      }),
    );
  });

  it('proposes nobody by a name or a telephone alone', () => {
    expect(comparePersons({ ...nobody, families: ['okonkwo'], givens: ['ada'] }, ada).score).toBeLessThan(
      PROPOSED_FROM,
    );
    expect(comparePersons({ ...nobody, phones: ada.phones }, ada).score).toBeLessThan(PROPOSED_FROM);
  });
});

describe('the person in a master', () => {
  const masterOf = (...resources: object[]) =>
    ({ entries: resources.map((resource) => ({ resource })) }) as unknown as Parameters<typeof personIn>[0];

  it('is normalised: case, accents, signs and prefixes do not tell people apart', () => {
    expect(
      personIn(
        masterOf(
          { resourceType: 'Observation', status: 'final' },
          {
            resourceType: 'Patient',
            birthDate: '1971-02-03',
            gender: 'female',
            name: [{ family: "O'Könkwo", given: ['Ada-Maria'] }],
            telecom: [
              { system: 'phone', value: '+41 79 123 45 67' },
              { system: 'email', value: 'a@example.org' },
            ],
            address: [{ postalCode: 'SW1A 1AA' }],
            identifier: [{ system: 'urn:mrn', value: '1' }, { value: '2' }],
          },
        ),
      ),
    ).toEqual({
      birthDate: '1971-02-03',
      gender: 'female',
      families: ['okonkwo'],
      givens: ['adamaria'],
      phones: ['791234567'],
      postalCodes: ['sw1a1aa'],
      identifiers: ['urn:mrn|1'],
    });
  });

  it('is nobody where the module identity is closed, empty or of no form', () => {
    expect(personIn(masterOf({ resourceType: 'Observation' }))).toBeUndefined();
    expect(personIn(masterOf({ resourceType: 'Patient' }))).toBeUndefined();
    expect(
      personIn(masterOf({ resourceType: 'Patient', name: 'Ada', telecom: [null], birthDate: 7 })),
    ).toBeUndefined();
  });
});
