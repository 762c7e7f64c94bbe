declare module '@lhncbc/ucum-lhc' {
  interface Unit {
    readonly ucumCode?: string | null;
    readonly dim_: { readonly dimVec_: readonly number[] | null } | null;
  }
  interface UcumUtils {
    validateUnitString(
      unit: string,
      suggest?: boolean,
    ): { status: 'valid' | 'invalid' | 'error'; ucumCode: string | null };
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      suggest?: boolean,
      molecularWeight?: number | null,
    ): { status: 'succeeded' | 'failed' | 'error'; toVal: number | null };
    getSpecifiedUnit(unit: string, mode: 'validate'): { unit: Unit | null };
  }
  const ucum: { readonly UcumLhcUtils: { getInstance(): UcumUtils } };
  export default ucum;
}
