using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>A flag of an equation as it was written.</summary>
/// <param name="Text">Its words, separated by single spaces.</param>
/// <param name="Span">Where it stands.</param>
public sealed record FlagSyntax(string Text, TextSpan Span);
