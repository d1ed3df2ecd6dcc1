using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits;

/// <summary>
/// What is summed at every step over the cells that project to a cell: gates that belong to the source, gap junctions,
/// rate units. The sum over sources j of w_ij x Value_j (of the start of the step) becomes an input of the target's
/// cell model.
/// </summary>
/// <param name="Name">The input's symbol in the target's cell model.</param>
/// <param name="Weight">The dimension of a weight.</param>
/// <param name="Value">
/// What a source gives, in the names of the source population's composed cell; the constant 1 where the sum is that of
/// the weights alone, as for the target's share of a gap junction.
/// </param>
public sealed record GradedPort(string Name, Dimension Weight, Expression Value);
