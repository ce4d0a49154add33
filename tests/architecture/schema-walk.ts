import type { z } from 'zod';

/** One part of a schema and the way to it, such as `rooms[].name`. */
export type SchemaPart = {
  readonly path: string;
  readonly type: string;
  readonly isOpen: boolean;
  /** The checks and tidyings that a value goes through here. */
  readonly checks: readonly z.core.$ZodCheck[];
};

/** What zod keeps about a schema, as far as the walk needs it. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly checks?: readonly z.core.$ZodCheck[];
  readonly catchall?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly items?: readonly z.core.$ZodType[];
  readonly left?: z.core.$ZodType;
  readonly right?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
};

/** Every part of a schema, itself first. `isOpen` marks an object that lets unknown keys through. */
export function partsOf(schema: z.core.$ZodType): readonly SchemaPart[] {
  const parts: SchemaPart[] = [];
  const seen = new Set<z.core.$ZodType>();

  const visit = (part: z.core.$ZodType | undefined, path: string): void => {
    if (part === undefined || seen.has(part)) return;
    seen.add(part);
    const definition = part._zod.def as unknown as Definition;
    const { type, shape = {}, catchall, checks = [] } = definition;
    const isOpen = type === 'object' && catchall?._zod.def.type !== 'never';
    parts.push({ path, type, isOpen, checks });

    for (const [key, value] of Object.entries(shape)) visit(value, `${path}.${key}`);
    visit(definition.element, `${path}[]`);
    visit(definition.valueType, `${path}{}`);
    for (const item of definition.items ?? []) visit(item, `${path}[]`);
    for (const option of definition.options ?? []) visit(option, path);
    for (const same of ['innerType', 'left', 'right', 'in', 'out'] as const) {
      visit(definition[same], path);
    }
    visit(definition.getter?.(), path);
  };

  visit(schema, '');
  return parts;
}
