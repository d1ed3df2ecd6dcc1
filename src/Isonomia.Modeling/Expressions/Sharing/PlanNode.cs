using System.Collections.Immutable;

namespace Isonomia.Modeling.Expressions.Sharing;

/// <summary>One value of a plan.</summary>
/// <param name="Id">Its place in the plan.</param>
/// <param name="Node">What computes it: an operator, a constant, a variable or a draw; a pure number.</param>
/// <param name="Stage">When it is computed.</param>
/// <param name="Operands">The places of its operands, all before it.</param>
public sealed record PlanNode(int Id, Expression Node, Stage Stage, ImmutableArray<int> Operands);
