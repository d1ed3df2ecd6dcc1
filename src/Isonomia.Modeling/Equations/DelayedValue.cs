using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Equations;

/// <summary>What <c>delay(x, tau)</c> stands for in the equations of a field.</summary>
/// <param name="Symbol">The input by which the equations read it; its name is the call, "delay(phi, t0/2)".</param>
/// <param name="Value">What was so long ago: an expression of states, subexpressions and parameters.</param>
/// <param name="Time">How long ago, in seconds: an expression of parameters.</param>
public sealed record DelayedValue(Symbol Symbol, Expression Value, Expression Time);
