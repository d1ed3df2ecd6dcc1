using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>One statement of a reset or a synaptic event as it was written: v = Vr, w += b.</summary>
/// <param name="Target">The variable on the left.</param>
/// <param name="TargetSpan">Where it stands.</param>
/// <param name="Operator">"=", "+=", "-=", "*=", "/=", "//=", "%=" or "**=".</param>
/// <param name="Right">The right side.</param>
/// <param name="Span">Where the whole stands.</param>
public sealed record StatementSyntax(
    string Target, TextSpan TargetSpan, string Operator, ExpressionSyntax Right, TextSpan Span);
