using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Fields;

/// <summary>
/// The modes of a square sheet with periodic edges: wave vectors (2 pi/side)(m, n) with |m| and |n| up to a largest
/// number. Activity is uniform at rest; each mode adds its own spectrum, times a weight (volume conduction). As in
/// Robinson et al. 2001, doi:10.1103/PhysRevE.63.021903.
/// </summary>
/// <param name="Parameter">
/// The name of the parameter that is the squared wave number in the equations, in metre^-2; its own value is that of
/// the uniform mode.
/// </param>
/// <param name="Side">The side of the sheet in metres: an expression of parameters.</param>
/// <param name="Largest">The largest |m| and |n|.</param>
/// <param name="Weight">The weight of a mode in the spectrum: an expression of parameters, this one among them.</param>
public sealed record SpatialModes(string Parameter, Expression Side, int Largest, Expression Weight)
{
    /// <summary>The distinct values of m^2 + n^2, ascending, and how many modes have each.</summary>
    public IEnumerable<(int Square, int Count)> Squares() =>
        from m in Enumerable.Range(-Largest, (2 * Largest) + 1)
        from n in Enumerable.Range(-Largest, (2 * Largest) + 1)
        group 1 by (m * m) + (n * n) into same
        orderby same.Key
        select (same.Key, same.Count());
}
