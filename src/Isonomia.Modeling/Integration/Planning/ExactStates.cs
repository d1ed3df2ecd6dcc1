using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;

namespace Isonomia.Modeling.Integration.Planning;

/// <summary>
/// Finds the states that can be stepped exactly: those whose equations are linear with coefficients that do not change,
/// and that depend on such states only. A single one may also have coefficients that change between steps, or additive
/// noise of its own (an Ornstein-Uhlenbeck process).
/// </summary>
internal sealed class ExactStates
{
    /// <summary>
    /// The largest block whose propagator is taken without being asked for: its entries grow with the square, and those
    /// of a cable mostly add nothing.
    /// </summary>
    public const int MostCoupled = 16;

    private readonly SteppedSystem system;
    private readonly int most;
    private readonly Dictionary<string, LinearForm> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string>> objections = new(StringComparer.Ordinal);
    private readonly List<string> names;

    /// <summary>Looks at all states.</summary>
    /// <param name="system">The equations.</param>
    /// <param name="most">The largest block that may be coupled.</param>
    public ExactStates(SteppedSystem system, int most)
    {
        (this.system, this.most) = (system, most);
        names = [.. system.States.Select(s => s.Name)];
        foreach (var state in system.States)
        {
            if (Objection(state) is { } why)
                objections[state.Name] = why;
        }

        Spread();
        while (Connection.Blocks(Possible()).FirstOrDefault(b => !IsSteppable(b)) is { IsDefault: false } block)
        {
            Reduce(block);
            Spread();
        }

        Blocks = [.. Connection.Blocks(Possible()).Select(Linear)];
    }

    /// <summary>The blocks that can be stepped exactly.</summary>
    public ImmutableArray<LinearBlock> Blocks { get; }

    /// <summary>Whether a state can be stepped exactly.</summary>
    public bool Has(StateEquation state) => !objections.ContainsKey(state.Name);

    /// <summary>Why a state cannot be stepped exactly, for people; null where it can.</summary>
    public string? WhyNot(StateEquation state) => objections.GetValueOrDefault(state.Name)?.Invoke();

    private IEnumerable<StateEquation> Possible() => system.States.Where(Has);

    // Why an equation is no part of a linear system, whatever the others are.
    private Func<string>? Objection(StateEquation state)
    {
        // The rate of the state itself is known already, and rules most out.
        if (state.OwnRate is not { } rate || FreeVariables.Any(rate, system.StateNames)
            || LinearForm.Try(state.Drift, names) is not { } form)
        {
            return () => Bend(state);
        }

        forms[state.Name] = form;
        for (var j = 0; j < names.Count; j++)
        {
            var name = names[j];
            if (!system.IsConstantDuringStep(form.Coefficients[j]))
                return () => $"its coefficient of {name} depends on time";
        }

        if (state.Noise.IsEmpty)
            return null;
        if (state.NoiseReads.Count > 0)
            return () => $"its noise is multiplied by {List(state.NoiseReads)}";
        if (state.Reads.Any(r => r != state.Name))
            return () => "it has noise and depends on other states";
        return system.States.FirstOrDefault(s => s != state && s.Noise.Keys.Any(state.Noise.ContainsKey)) is { } other
            ? () => $"it shares its noise with {other.Name}"
            : null;
    }

    private static string Bend(StateEquation state) =>
        state.Reads.Order(StringComparer.Ordinal).FirstOrDefault(n => LinearForm.Try(state.Drift, n) is null) is { } alone
            ? $"its right side is not linear in {alone}"
            : $"its right side multiplies {List(state.Reads)}";

    private static string List(IEnumerable<string> names) => string.Join(" and ", names.Order(StringComparer.Ordinal));

    // What depends on a state that cannot be stepped exactly, or on noise, cannot either.
    private void Spread()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var state in Possible().ToArray())
            {
                foreach (var other in system.States.Where(s => s != state && state.Reads.Contains(s.Name)))
                {
                    if (objections.ContainsKey(state.Name)
                        || (other.Noise.IsEmpty && !objections.ContainsKey(other.Name)))
                    {
                        continue;
                    }

                    changed = true;
                    objections[state.Name] = () => other.Noise.IsEmpty
                        ? $"it depends on {other.Name}, which is not stepped exactly"
                        : $"it depends on {other.Name}, which has noise";
                }
            }
        }
    }

    private bool IsSteppable(ImmutableArray<StateEquation> block)
    {
        var linear = Linear(block);
        return block.Length == 1
            || (block.Length <= most && linear.Matrix.Values.All(system.IsConstantDuringRun))
            || (linear.HasClosedForm && linear.Held().HasClosedForm);
    }

    // A matrix exponential is taken before the run, so the equations whose coefficients may change leave the block.
    private void Reduce(ImmutableArray<StateEquation> block)
    {
        var coupled = block.Where(s => s.Reads.Any(r => r != s.Name)).ToArray();
        var changing = coupled.Where(s => !forms[s.Name].Coefficients.All(system.IsConstantDuringRun)).ToArray();
        foreach (var state in changing.Length > 0 ? changing : coupled)
        {
            var name = forms[state.Name].Coefficients.SelectMany(system.ChangingNames).FirstOrDefault();
            objections[state.Name] = () => block.Length > most
                ? "it is coupled to too many others"
                : name is null
                ? "it depends on states whose coefficients may change during a run"
                : $"its coefficients depend on {name}, which may change during a run"
                    + " (a parameter that does not is declared (constant))";
        }
    }

    private LinearBlock Linear(ImmutableArray<StateEquation> block)
    {
        var matrix = ImmutableDictionary.CreateBuilder<(int Row, int Column), Expression>();
        for (var i = 0; i < block.Length; i++)
        {
            for (var j = 0; j < block.Length; j++)
            {
                var coefficient = forms[block[i].Name].Coefficients[names.IndexOf(block[j].Name)];
                if (!coefficient.IsConstant(0))
                    matrix[(i, j)] = coefficient;
            }
        }

        return new LinearBlock(block, matrix.ToImmutable(),
            [.. block.Select(s => forms[s.Name].Rest is var rest && rest.IsConstant(0) ? null : rest)]);
    }
}
