using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Numerics.LinearAlgebra;

namespace Isonomia.Simulation.Reference;

/// <summary>
/// One cell stepped by a step program in double precision, without compilation: the reference of what compiled
/// populations do, and the means by which the programs themselves are tested. In a step the states go from t to t + dt;
/// then the threshold is tested on the new states, a spike's time is t + dt, and the reset happens at once. A refractory
/// time R keeps the cell refractory for round(R/dt) steps after the reset, a refractory condition as long as it holds.
/// Initial values that draw stand at their means.
/// </summary>
public sealed class InterpretedCell
{
    private readonly CellModel cell;
    private readonly CellValues values;
    private readonly Func<string, long, double, double>? draws;
    private readonly (int Place, string Site, EvaluationProgram? Mean)[] drawn;
    private readonly EvaluationProgram update;
    private readonly EvaluationProgram? threshold;
    private readonly EvaluationProgram? refractory;
    private readonly (int[] Targets, EvaluationProgram Values) reset;
    private readonly double[] next;
    private readonly double[] one = new double[1];
    private long refractorySteps;

    /// <summary>A cell at its initial values.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="program">Its step.</param>
    /// <param name="dt">The length of a step, in seconds.</param>
    /// <param name="given">Values in SI base units that replace those of the model: of parameters, inputs, states.</param>
    /// <param name="draws">
    /// The value of a draw, given its site, the number of the step (from 0) and, for a Poisson draw, its mean; null
    /// where the program does not draw.
    /// </param>
    /// <exception cref="ArgumentException">A name is no variable of the cell, or draws are missing.</exception>
    public InterpretedCell(
        CellModel cell, StepProgram program, double dt, IReadOnlyDictionary<string, double>? given = null,
        Func<string, long, double, double>? draws = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(program);
        (this.cell, this.draws) = (cell, draws);

        // The assignments become one expression for each state's end.
        var now = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var assignment in program.Assignments)
            now[assignment.Target.Name] = Substitution.Replace(assignment.Value, now);
        string[] states = [.. cell.Equations.States.Select(e => e.Name)];
        var sites = new Dictionary<string, Expression>(StringComparer.Ordinal);
        Expression[] ends =
        [
            .. states.Select(s => Draws.Replace(now.GetValueOrDefault(s) ?? cell.Equations.Symbols[s].Read, node =>
            {
                sites[node.Name] = node;
                return Expression.Variable("_draw_" + node.Name, node.Dimension, node.Kind);
            })),
        ];
        var entries = program.Propagators.SelectMany(p => p.Entries).OfType<Modeling.Equations.Symbol>();
        values = new CellValues(cell, [.. entries.Select(e => e.Name), .. sites.Keys.Select(s => "_draw_" + s)]);
        if (sites.Count > 0 && draws is null)
            throw new ArgumentException($"The step of {cell.Name} draws, and nothing to draw from is given.", nameof(draws));
        drawn = [.. sites.Select(s => (values.Place("_draw_" + s.Key), s.Key,
            s.Value.Operator == Operator.Poisson ? values.Program([s.Value[0]]) : null))];
        update = values.Program(ends);
        threshold = cell.Threshold is { } condition ? values.Program([condition]) : null;
        refractory = cell.Refractory is { } end ? values.Program([end]) : null;
        reset = values.Statements(cell.Reset);
        next = new double[states.Length];
        values.Initialise(new Dictionary<string, double>(given ?? new Dictionary<string, double>()) { ["dt"] = dt });
        foreach (var propagator in program.Propagators)
            Prepare(propagator);
    }

    /// <summary>The time reached, in seconds.</summary>
    public double Time => Steps * values["dt"];

    /// <summary>The steps done.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether the last step ended with a spike.</summary>
    public bool HasSpiked { get; private set; }

    /// <summary>The value of a state, parameter or input in SI base units.</summary>
    /// <param name="name">Its name.</param>
    public double this[string name]
    {
        get => values[name];
        set => values[name] = value;
    }

    /// <summary>Takes one step.</summary>
    /// <returns>Whether it ended with a spike.</returns>
    public bool Step()
    {
        values["t"] = Time;
        values["not_refractory"] = IsRefractory() ? 0 : 1;
        foreach (var (place, site, mean) in drawn)
        {
            mean?.Evaluate(values.Row, one);
            values.Row[place] = draws!(site, Steps, mean is null ? 0 : one[0]);
        }

        update.Evaluate(values.Row, next);
        next.CopyTo(values.Row.AsSpan());
        Steps++;
        HasSpiked = values["not_refractory"] != 0 && Of(threshold) != 0;
        if (HasSpiked)
            Spike();
        return HasSpiked;
    }

    /// <summary>Takes steps.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The times of the spikes, in seconds.</returns>
    public IReadOnlyList<double> Run(long count)
    {
        var spikes = new List<double>();
        for (var i = 0L; i < count; i++)
        {
            if (Step())
                spikes.Add(Time);
        }

        return spikes;
    }

    private void Spike()
    {
        values["lastspike"] = Time;
        var after = new double[reset.Targets.Length];
        reset.Values.Evaluate(values.Row, after);
        for (var i = 0; i < after.Length; i++)
            values.Row[reset.Targets[i]] = after[i];
        values["not_refractory"] = 0;
        if (cell.Refractory is { Kind: not ValueKind.Boolean })
            refractorySteps = (long)Math.Floor((Of(refractory) / values["dt"]) + 0.5);
    }

    private bool IsRefractory()
    {
        if (cell.Refractory is { Kind: ValueKind.Boolean })
            return values["not_refractory"] == 0 && Of(refractory) != 0;
        return refractorySteps-- > 0;
    }

    private double Of(EvaluationProgram? program)
    {
        one[0] = 0;
        program?.Evaluate(values.Row, one);
        return one[0];
    }

    private void Prepare(Propagator propagator)
    {
        var generator = new double[propagator.Generator.Length];
        values.Program(propagator.Generator).Evaluate(values.Row, generator);
        var exponential = MatrixExponential.MinusIdentity(generator, propagator.Size);
        for (var i = 0; i < exponential.Length; i++)
        {
            if (propagator.Entries[i] is { } entry)
                values[entry.Name] = exponential[i];
        }
    }
}
