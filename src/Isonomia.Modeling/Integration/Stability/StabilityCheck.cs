using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Integration.Planning;
using MathNet.Numerics.LinearAlgebra;

namespace Isonomia.Modeling.Integration.Stability;

/// <summary>
/// Whether a step is too long for the methods of a step program, from the symbolic Jacobian at states that the cell
/// passes through: a method must not make small deviations grow that decay in truth. It looks at the linear equations
/// around each state, so it warns of steps that may fail; cells whose rates change much within a step can fail below.
/// </summary>
public sealed class StabilityCheck
{
    // More states than this tell nothing new.
    private const int MostStates = 2000;

    private readonly double dt;
    private readonly EvaluationProgram jacobian;
    private readonly double[] entries;
    private readonly BlockLook[] blocks;

    /// <summary>A check of a step program.</summary>
    /// <param name="system">The equations that it steps.</param>
    /// <param name="program">The program.</param>
    /// <param name="dt">The step, in seconds.</param>
    public StabilityCheck(EquationSystem system, StepProgram program, double dt)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dt);
        this.dt = dt;
        var symbolic = Jacobian.OfStates(system);
        Expression[] cells = [.. symbolic.Entries.Values.Select(Draws.AtMeans)];
        Variables = [.. FreeVariables.Of(cells)];
        jacobian = new EvaluationProgram(cells, Variables);
        entries = new double[cells.Length];
        var places = symbolic.Entries.Keys.Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.i);
        var states = new SteppedSystem(system, null).States.ToDictionary(s => s.Name, StringComparer.Ordinal);
        blocks =
        [
            .. program.Blocks.Where(b => b.Method != IntegrationMethod.Exact).Select(b =>
            {
                int[] rows = [.. b.States.Select(s => symbolic.Rows.IndexOf(s))];
                return new BlockLook(b,
                    [.. rows.SelectMany(r => rows.Select(c => places.TryGetValue((r, c), out var at) ? at : -1))],
                    [.. b.States.Select(s => states[s].IsConditionallyLinear)], []);
            }),
        ];
    }

    /// <summary>The names whose values <see cref="Look"/> takes, in order.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>Looks at the equations around a state.</summary>
    /// <param name="values">The values of <see cref="Variables"/>.</param>
    public void Look(ReadOnlySpan<double> values)
    {
        jacobian.Evaluate(values, entries);
        foreach (var (block, places, _, seen) in blocks)
        {
            if (seen.Count >= MostStates)
                continue;
            var n = block.States.Length;
            seen.Add(Matrix<double>.Build.Dense(n, n, (i, j) => places[(i * n) + j] is >= 0 and var at ? entries[at] : 0));
        }
    }

    /// <summary>What was found at all states looked at: at most one warning a block.</summary>
    public ImmutableArray<StabilityWarning> Warnings()
    {
        var warnings = ImmutableArray.CreateBuilder<StabilityWarning>();
        foreach (var look in blocks)
        {
            var unstable = look.Seen.Where(j => Amplification.IsUnstable(j, look.IsLinear, look.Block.Method, dt)).ToArray();
            if (unstable.Length == 0)
                continue;
            var fastest = look.Seen.Max(Amplification.FastestDecay);
            var longest = RoundSteps().TakeWhile(h => h > dt * 1e-6).FirstOrDefault(h => h < dt
                && !unstable.Any(j => Amplification.IsUnstable(j, look.IsLinear, look.Block.Method, h)), dt * 1e-6);
            warnings.Add(new StabilityWarning(look.Block, dt, fastest > 0 ? 1 / fastest : longest, longest));
        }

        return warnings.ToImmutable();
    }

    // 5, 2 and 1 times falling powers of ten, from above dt.
    private IEnumerable<double> RoundSteps()
    {
        for (var power = (int)Math.Ceiling(Math.Log10(dt)); ; power--)
        {
            foreach (var digit in new[] { 5, 2, 1 })
                yield return digit * Math.Pow(10, power);
        }
    }

    private sealed record BlockLook(BlockChoice Block, int[] Places, bool[] IsLinear, List<Matrix<double>> Seen);
}
