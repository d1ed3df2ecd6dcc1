using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>One equation as it was written: dv/dt = -v/tau : volt (unless refractory).</summary>
/// <param name="Kind">Differential equation, subexpression or parameter.</param>
/// <param name="Name">The variable it defines.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Right">The right side; null for a parameter.</param>
/// <param name="Unit">The unit behind the colon ("1", "boolean" and "integer" as names or numbers too).</param>
/// <param name="Flags">The flags in parentheses: "constant", "unless refractory", ...</param>
/// <param name="Span">Where the whole stands.</param>
public sealed record EquationSyntax(
    EquationKind Kind, string Name, TextSpan NameSpan, ExpressionSyntax? Right, ExpressionSyntax Unit,
    IReadOnlyList<FlagSyntax> Flags, TextSpan Span);
