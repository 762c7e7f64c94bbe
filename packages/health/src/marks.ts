/** System of marks in `meta.tag`: `unlikely-value`, `local-time-gap`, `local-time-overlap`, `date-only`, `times-disagree`, `possible-duplicate`. */
export const MARK_SYSTEM = 'urn:twinseal:mark';
