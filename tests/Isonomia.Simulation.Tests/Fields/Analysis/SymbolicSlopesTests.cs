using Isonomia.Modeling.Description;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Simulation.Tests.Fields.Analysis;

public class SymbolicSlopesTests
{
    // All but those that are driven in time, which have no fixed points and are refused.
    public static TheoryData<string> Fields() => [.. ModelLibrary.Names.Where(n => n.StartsWith("fields/", StringComparison.Ordinal)
        && !ModelFile.ReadField(n).Region.Equations.Equations.Any(e => e.Right is { } right && FreeVariables.Of(right).Contains("t")))];

    // Central differences at a state off the fixed point: their own error is about 1e-9 of the largest slope of a row.
    [Theory]
    [MemberData(nameof(Fields))]
    public void Symbolic_slopes_are_those_of_small_differences(string name)
    {
        var functions = new RegionFunctions(ModelFile.ReadField(name));
        var n = functions.States.Length;
        double[] widths = [.. StateBox.Around(functions, []).Widths];
        double[] at = [.. functions.Initial.Select((x, i) => x + (widths[i] * (0.013 + (0.001 * i))))];
        var (velocities, jacobian) = (new double[n], new double[n * n]);
        functions.SteadySlopes([], at, velocities, jacobian);
        var (above, below) = (new double[n], new double[n]);
        for (var column = 0; column < n; column++)
        {
            var step = widths[column] * 1e-5;
            var moved = (double[])at.Clone();
            moved[column] += step;
            functions.Drift([], moved, above);
            moved[column] -= 2 * step;
            functions.Drift([], moved, below);
            for (var row = 0; row < n; row++)
            {
                var largest = Enumerable.Range(0, n).Max(j => Math.Abs(jacobian[(row * n) + j]) * widths[j]);
                var scaled = jacobian[(row * n) + column] * widths[column];
                Assert.Equal(scaled, (above[row] - below[row]) / 2e-5, 1e-6 * Math.Max(largest, 1e-300));
            }
        }
    }
}
