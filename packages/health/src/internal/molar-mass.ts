/** g/mol of glucose, PubChem CID 5793. */
export const GLUCOSE_MOLAR_MASS = 180.156;
