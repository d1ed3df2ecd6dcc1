using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions.Printing.Notation;

namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>Writes expressions and equations as presentation MathML, which browsers show without help. All text is escaped.</summary>
public static class MathMlPrinter
{
    private static readonly MathWriter Writer = new(MathMl.Instance);

    /// <summary>A math element with an expression; parts of more than 10,000 characters are written "...".</summary>
    /// <param name="expression">The expression.</param>
    public static string Print(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Element(Writer.Print(expression));
    }

    /// <summary>A math element with an equation; a parameter's is its name.</summary>
    /// <param name="equation">The equation.</param>
    public static string Print(Equation equation)
    {
        ArgumentNullException.ThrowIfNull(equation);
        return Element(Writer.Print(equation));
    }

    private static string Element(string content) =>
        $"<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">{content}</math>";
}
