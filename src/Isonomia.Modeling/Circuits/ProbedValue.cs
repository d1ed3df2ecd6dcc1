using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits;

/// <summary>A value recorded.</summary>
/// <param name="Name">What it is called in outputs: "v", "I_E", "rate", "lfp".</param>
/// <param name="Value">What it is.</param>
/// <param name="Dimension">Its dimension.</param>
public sealed record ProbedValue(string Name, Expression Value, Dimension Dimension);
