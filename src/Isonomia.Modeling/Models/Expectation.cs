namespace Isonomia.Modeling.Models;

/// <summary>One thing that a test expects: a quantity and the range in which it must lie, in SI base units.</summary>
/// <param name="Quantity">What is looked at.</param>
/// <param name="Variable">The variable, where the quantity is one of a variable.</param>
/// <param name="Low">The smallest value that passes.</param>
/// <param name="High">The largest value that passes.</param>
public sealed record Expectation(ObservedQuantity Quantity, string? Variable, double Low, double High);
