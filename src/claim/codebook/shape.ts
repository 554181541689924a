// The fields of the schema as a list: names, whether they may be absent, the values that they may have.
import { z } from 'zod';

/** A field of a claim, of one of its parts, or of a kind. */
export interface Field {
  readonly name: string;
  readonly optional: boolean;
  /** The values of a field that has a fixed list of them. */
  readonly values: readonly string[];
  /** True where it holds several of them. */
  readonly several: boolean;
  /** The fields of what it holds. */
  readonly parts: readonly Field[];
}

/** The part of JSON Schema that the schema of claims makes use of. */
interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
}

/** The fields of a schema in its order. */
export function fieldsOf(schema: z.ZodType): Field[] {
  return fieldsIn(z.toJSONSchema(schema) as Shape);
}

function fieldsIn(shape: Shape): Field[] {
  const found = new Map<string, Field>();
  for (const { properties = {}, required = [] } of objectsIn(shape))
    for (const [name, inner] of Object.entries(properties))
      if (!found.has(name)) found.set(name, fieldOf(name, inner, !required.includes(name)));
  return [...found.values()];
}

function fieldOf(name: string, shape: Shape, optional: boolean): Field {
  const several = shape.type === 'array';
  const values = (several ? shape.items?.enum : shape.enum) ?? [];
  return { name, optional, values, several, parts: fieldsIn(shape) };
}

/** The objects that a shape may be or hold. */
function objectsIn(shape: Shape): Shape[] {
  if (shape.properties !== undefined) return [shape];
  const inner = [shape.items, shape.additionalProperties, ...(shape.anyOf ?? [])];
  return inner.flatMap((one) => (typeof one === 'object' ? objectsIn(one) : []));
}
