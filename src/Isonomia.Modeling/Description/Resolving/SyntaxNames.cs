using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>The names that stand in an expression as written; not those of functions.</summary>
internal static class SyntaxNames
{
    public static IEnumerable<ExpressionSyntax.Name> Of(ExpressionSyntax expression) => expression switch
    {
        ExpressionSyntax.Name name => [name],
        ExpressionSyntax.Unary unary => Of(unary.Operand),
        ExpressionSyntax.Binary binary => Of(binary.Left).Concat(Of(binary.Right)),
        ExpressionSyntax.Call call => call.Arguments.SelectMany(Of),
        _ => [],
    };
}
