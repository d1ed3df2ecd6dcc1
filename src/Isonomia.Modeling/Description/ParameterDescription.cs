namespace Isonomia.Modeling.Description;

/// <summary>A parameter as written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value: a quantity, or an expression of other parameters.</param>
/// <param name="Unit">A unit by which the value is multiplied; null where the value says it itself.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="Minimum">The smallest allowed value; null without a bound.</param>
/// <param name="Maximum">The largest allowed value; null without a bound.</param>
public sealed record ParameterDescription(
    ModelText Name, ModelText Value, ModelText? Unit = null, string? Meaning = null, ModelText? Minimum = null,
    ModelText? Maximum = null);
