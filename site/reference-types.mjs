// How the reference shows types: by the names and words that a reader can write.
import { Converter, LiteralType, ReflectionKind, TypeScript as ts, UnionType } from "typedoc";

/** A type by the name that it is written under, where the compiler put its whole shape in place of it. */
function asWritten(context, type, written) {
  if (written === undefined) return type;
  if (type?.type === "union" && ts.isUnionTypeNode(written)) {
    const named = new Set(type.types.map(({ name }) => name));
    const names = written.types.filter(
      (part) => ts.isTypeReferenceNode(part) && !named.has(part.typeName.text),
    );
    if (names.length === 1) type.types = type.types.map((part) => asWritten(context, part, names[0]));
    return type;
  }
  if (type?.type !== "reflection" || !ts.isTypeReferenceNode(written)) return type;
  const symbol = context.checker.getSymbolAtLocation(written.typeName);
  if (symbol === undefined) return type;
  context.project.removeReflection(type.declaration);
  return context.createSymbolReference(context.resolveAliasedSymbol(symbol), context, symbol.name);
}

/** The words that a type consists of, where it is written as what they are derived from. */
function asWords(context, alias) {
  if (alias.type?.type === "union" && alias.type.types.every(({ type }) => type === "literal"))
    return alias.type;
  const { types } = context.checker.getDeclaredTypeOfSymbol(context.getSymbolFromReflection(alias));
  // The hundreds of behaviours and releases stand on pages of their own.
  if (types === undefined || types.length > 100 || !types.every((type) => type.isStringLiteral()))
    return alias.type;
  return new UnionType(types.map(({ value }) => new LiteralType(value)));
}

/** Shows parameters, results, properties and aliases so. */
export function showTypesAsWritten(converter) {
  converter.on(Converter.EVENT_CREATE_SIGNATURE, (context, signature, declaration) => {
    signature.type = asWritten(context, signature.type, declaration?.type);
    signature.parameters?.forEach((parameter, at) => {
      parameter.type = asWritten(context, parameter.type, declaration?.parameters[at]?.type);
    });
  });
  converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    const { project, programs } = context;
    context.setActiveProgram(programs[0]);
    for (const property of project.getReflectionsByKind(ReflectionKind.Property)) {
      const written = context.getSymbolFromReflection(property)?.declarations?.[0]?.type;
      property.type = asWritten(context, property.type, written);
    }
    for (const alias of project.getReflectionsByKind(ReflectionKind.TypeAlias))
      alias.type = asWords(context, alias);
  });
}
