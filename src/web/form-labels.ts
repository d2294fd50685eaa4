import { z } from 'zod';

/** What the fields of a form are called, by field name. */
export type FieldLabels = Readonly<Record<string, string>>;

/**
 * The words for each field of a form, as its schema carries them (see `form-fields.ts`). Choices have none: what was
 * chosen reads as a code, and is chosen again in a moment.
 */
export function labelsOf(schema: z.ZodType): FieldLabels {
  return Object.fromEntries(
    Object.entries(fieldsOf(schema)).flatMap(([name, field]) =>
      field.description ? [[name, field.description]] : [],
    ),
  );
}

/** The fields of a form's schema, also where two halves are joined or what was read is transformed. */
function fieldsOf(schema: unknown): Record<string, z.ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.def.in);
  if (schema instanceof z.ZodIntersection)
    return { ...fieldsOf(schema.def.left), ...fieldsOf(schema.def.right) };
  return {};
}
