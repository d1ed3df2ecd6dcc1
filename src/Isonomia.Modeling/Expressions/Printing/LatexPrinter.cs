using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions.Printing.Notation;

namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>Writes expressions and equations in LaTeX, for its mathematics mode: \frac{dv}{dt} = \frac{E_L - v}{\tau_m}.</summary>
public static class LatexPrinter
{
    private static readonly MathWriter Writer = new(Latex.Instance);

    /// <summary>The LaTeX of an expression; parts of more than 10,000 characters are written "...".</summary>
    /// <param name="expression">The expression.</param>
    public static string Print(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Writer.Print(expression);
    }

    /// <summary>The LaTeX of an equation; a parameter's is its name.</summary>
    /// <param name="equation">The equation.</param>
    public static string Print(Equation equation)
    {
        ArgumentNullException.ThrowIfNull(equation);
        return Writer.Print(equation);
    }
}
