using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Models;

/// <summary>A parameter of a model: its name, its value, what it means and what it may be.</summary>
/// <param name="Symbol">Name and dimension.</param>
/// <param name="Value">Its value, an expression of constants and other parameters.</param>
/// <param name="Meaning">What it is, for people; null where the model does not say.</param>
/// <param name="Minimum">The smallest allowed value in SI base units; null without a bound.</param>
/// <param name="Maximum">The largest allowed value in SI base units; null without a bound.</param>
public sealed record ModelParameter(
    Symbol Symbol, Expression Value, string? Meaning = null, double? Minimum = null, double? Maximum = null)
{
    /// <summary>The parameter's name.</summary>
    public string Name => Symbol.Name;
}
