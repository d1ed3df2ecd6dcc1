using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration.Planning;

namespace Isonomia.Modeling.Integration.Emission;

/// <summary>What a method needs to write the step of one block: its states, its stages, and what others do meanwhile.</summary>
/// <param name="Writer">Where it is written.</param>
/// <param name="System">The equations.</param>
/// <param name="States">The states of the block.</param>
/// <param name="Drivers">The states that are stepped exactly and do not depend on the block.</param>
/// <param name="Start">The stage at the start of the step.</param>
internal sealed record BlockContext(
    StepWriter Writer, SteppedSystem System, ImmutableArray<StateEquation> States, Drivers Drivers, Stage Start)
{
    private static readonly Expression Half = Expression.Constant(0.5);

    /// <summary>The length of a step.</summary>
    public static Expression Dt => SteppedSystem.Dt;

    /// <summary>Half the length of a step.</summary>
    public Expression HalfDt => Writer.Let("_dt_2", Half * Dt);

    /// <summary>
    /// A later stage: the block's states at given values, but held while refractory and not beyond where they are
    /// reset; the exactly stepped states at theirs.
    /// </summary>
    /// <param name="tag">What tells its temporaries from those of other stages.</param>
    /// <param name="isHalf">Whether it lies in the middle of the step, else at its end.</param>
    /// <param name="values">The value of each state that moves; others are as at the start.</param>
    /// <returns>The stage, and the values that the states have there.</returns>
    public (Stage Stage, ImmutableDictionary<string, Expression> Values) At(
        string tag, bool isHalf, Func<StateEquation, Expression?> values)
    {
        var there = ImmutableDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var state in States)
        {
            if (values(state) is { } value)
                there[state.Name] = Writer.Let($"_x{tag}_{state.Name}", Bounded(state, Held(state, value)));
        }

        var known = there.ToImmutable();
        var time = SteppedSystem.Time + (isHalf ? HalfDt : Dt);
        return (new Stage(Writer, System, tag, time,
            name => known.GetValueOrDefault(name) ?? Drivers.At(name, isHalf), Start), known);
    }

    /// <summary>A value that a state takes only where its cell is not refractory.</summary>
    public static Expression Held(StateEquation state, Expression value) => state.IsHeld
        ? Expression.Apply(Operator.Select, SteppedSystem.NotRefractory, value, state.Read)
        : value;

    /// <summary>The value at the end of the step, from what is added to that at its start.</summary>
    public Expression End(StateEquation state, Expression increment) => Writer.Let(
        $"_new_{state.Name}", Held(state, state.Read + Writer.Let($"_d_{state.Name}", increment)));

    /// <summary>The increment of a noise over the step: sqrt(dt) times a normal draw.</summary>
    /// <param name="noise">"" for xi, "x" for xi_x.</param>
    public Expression Increment(string noise) => Increment(Writer, noise);

    /// <inheritdoc cref="Increment(string)"/>
    public static Expression Increment(StepWriter writer, string noise) => writer.Let(
        noise.Length == 0 ? "_dW" : $"_dW_{noise}",
        Expression.Apply(Operator.Sqrt, Dt) * Draw(noise));

    /// <summary>The normal draw that belongs to a noise.</summary>
    /// <param name="noise">"" for xi, "x" for xi_x.</param>
    public static Expression Draw(string noise) => Expression.Normal(noise.Length == 0 ? "xi" : $"xi_{noise}");

    /// <summary>Whether later stages keep a state within the bound behind which it is reset.</summary>
    public bool IsBounded(StateEquation state) => System.Limit?.State == state.Name;

    // A cell that runs away does so within the step in which it is reset. Where it began beyond the bound (refractory
    // cells may), it is left there.
    private Expression Bounded(StateEquation state, Expression value)
    {
        if (System.Limit is not { } limit || limit.State != state.Name)
            return value;
        var other = limit.Side == Operator.Minimum ? Operator.Maximum : Operator.Minimum;
        var bound = Writer.Let($"_bound_{state.Name}", Expression.Apply(other, Start.Of(limit.Bound), state.Read));
        return Expression.Apply(limit.Side, value, bound);
    }
}
