using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description;

/// <summary>One thing that a test expects, as written: a quantity and the range in which it must lie.</summary>
/// <param name="Quantity">What is looked at.</param>
/// <param name="Variable">The variable, where the quantity is one of a variable.</param>
/// <param name="Key">The place of its key, for findings.</param>
/// <param name="Low">The smallest value that passes.</param>
/// <param name="High">The largest value that passes.</param>
public sealed record ExpectationDescription(
    ObservedQuantity Quantity, ModelText? Variable, ModelText Key, ModelText Low, ModelText High);
