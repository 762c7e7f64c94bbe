/** `twinseal modules`: the modules in force, and the check of a user's own. */

import type { DerivedDefinition, ModuleDefinition, TwinError } from '@twinseal/twin';
import { type Command, Option } from 'commander';
import { colours as pc } from '../colours.js';
import { collectValues } from '../twin-files/input-options.js';
import { counted, printable } from '../twin-files/printable.js';
import { ruleOf } from '../twin-files/rule-text.js';

const EXIT_FOUND_WRONG = 1;

interface ModulesFlags {
  readonly check?: string;
  readonly add?: readonly string[];
  readonly schema?: boolean;
  readonly json?: boolean;
}

export function addModulesCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('modules')
    .description("lists the modules in force, shows one, or checks a user's own module file")
    .argument('[id]', 'show this module: what it selects, measures, derives and raises')
    .addOption(
      new Option('--check <file>', 'check a module file: every fault at its place').conflicts(['schema']),
    )
    .option('--add <file>', "a user's own module, beside the standard ones (may be repeated)", collectValues)
    .option('--schema', 'print the JSON Schema of a module file, for an editor')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      `
docs/MODULES.md explains how to write one.

Example:
  twinseal modules --check thyroid.json

Exit codes: 0 done, the module is good; 1 the module is faulty; 2 the file cannot be read, or an option refused.`,
    )
    .action(async (id: string | undefined, flags: ModulesFlags) => {
      const [{ loadModules, readJson, knownModules }, twin, { print, printJson }] = await Promise.all([
        import('../twin-files/module-files.js'),
        import('@twinseal/twin'),
        import('../twin-files/finish.js'),
      ]);
      if (flags.schema) {
        print(JSON.stringify(twin.moduleJsonSchema(), undefined, flags.json ? undefined : 2));
        return;
      }
      const registry = await loadModules(flags.add ?? []);
      if (flags.check !== undefined) {
        const json = await readJson(flags.check);
        try {
          registry.with(json);
          const module = twin.parseModuleDefinition(json);
          if (flags.json) printJson({ ok: true, module: summaryOf(module), faults: [] });
          else print(`${pc.green('good')}  ${oneLine(module)}`);
        } catch (error) {
          if (!(error instanceof twin.TwinError)) throw error;
          setExitCode(EXIT_FOUND_WRONG);
          const faults = faultsOf(error);
          if (flags.json) printJson({ ok: false, code: error.code, faults });
          else
            print(pc.red(counted(faults.length, 'fault')), ...faults.map((each) => `  ${printable(each)}`));
        }
        return;
      }
      if (id !== undefined) {
        knownModules(registry, [id]);
        const module = registry.get(id) as ModuleDefinition;
        if (flags.json) printJson(module);
        else print(oneLine(module), describe(module));
        return;
      }
      if (flags.json) printJson({ modules: registry.definitions.map(summaryOf) });
      else print(registry.definitions.map(oneLine).join('\n'));
    });
}

function faultsOf(error: TwinError): readonly string[] {
  return error.issues.length > 0 ? error.issues : [error.message];
}

function summaryOf(module: ModuleDefinition): object {
  const { id, revision, title, summary, sensitivity, exclusive, restricted } = module;
  return {
    id,
    revision,
    title,
    summary,
    sensitivity,
    exclusive: exclusive ?? false,
    restricted: restricted ?? [],
    selectors: module.select.length,
    measures: (module.measures ?? []).map((m) => ({ id: m.id, title: m.title, unit: m.unit })),
    derived: (module.derived ?? []).map((d) => ({
      id: d.id,
      title: d.title,
      unit: d.unit,
      source: d.source,
    })),
    flags: (module.flags ?? []).map((f) => ({
      id: f.id,
      title: f.title,
      severity: f.severity,
      source: f.source,
    })),
  };
}

function oneLine(module: ModuleDefinition): string {
  const { id, revision, sensitivity, title, select, measures = [], derived = [], flags = [] } = module;
  return `${pc.bold(id.padEnd(16))} ${revision.padEnd(7)} ${sensitivity.padEnd(17)} ${printable(title)} ${pc.dim(
    `(${counted(select.length, 'selector')}, ${counted(measures.length, 'measure')}, ${derived.length} derived, ${counted(flags.length, 'flag')})`,
  )}`;
}

function describe(module: ModuleDefinition): string {
  const lines = [`  ${module.summary}`];
  if (module.restricted)
    lines.push(`  the only module of protected content: ${module.restricted.join(', ')}`);
  if (module.exclusive) lines.push('  what belongs here belongs nowhere else');
  for (const [index, selector] of module.select.entries()) {
    const parts = [
      ...(selector.codes ?? []).map(
        ({ system, values = [], prefixes = [] }) =>
          `${system} ${[...values, ...prefixes.map((prefix) => `${prefix}…`)].join(' ')}`,
      ),
      ...(selector.category === undefined ? [] : [`category ${selector.category.join(' ')}`]),
      ...(selector.where === undefined ? [] : [`where ${selector.where}`]),
    ];
    lines.push(`  select.${index}  ${selector.resource}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}`);
  }
  for (const m of module.measures ?? []) {
    const bounds =
      m.plausible === undefined
        ? ''
        : `, plausible ${m.plausible.low} to ${m.plausible.high} ${m.unit} (${m.plausible.source})`;
    lines.push(`  measure  ${m.id}: ${m.title}, ${m.unit}${bounds}`);
  }
  for (const d of module.derived ?? [])
    lines.push(`  derived  ${d.id}: ${d.title}, ${d.unit}, ${howDerived(d)} (${d.source})`);
  for (const f of module.flags ?? []) {
    const unit =
      [...(module.measures ?? []), ...(module.derived ?? [])].find((m) => m.id === f.measure)?.unit ?? '';
    lines.push(`  flag  ${f.id} (${f.severity}): ${f.title}, ${f.measure} ${ruleOf(f, unit)} (${f.source})`);
  }
  return lines.map(printable).join('\n');
}

function howDerived(d: DerivedDefinition): string {
  if ('expression' in d) return `${d.expression} within ${d.withinHours} h`;
  const { measure, statistic, days, low, high } = d.aggregate;
  const range = low === undefined ? '' : ` ${low} to ${high}`;
  return `${statistic}${range} of ${measure} over ${days} days`;
}
