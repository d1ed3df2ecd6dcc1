using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a test of a model: what is done and what is expected.</summary>
public sealed class TestBuilder
{
    private readonly string origin;
    private TestDescription described;

    internal TestBuilder(string duration, string origin)
    {
        this.origin = origin;
        described = new TestDescription { Duration = Text(duration) };
    }

    /// <summary>Where the expected numbers come from.</summary>
    /// <param name="text">As the key 'source'.</param>
    public TestBuilder Source(string text) => Become(described with { Source = text });

    /// <summary>The current I_ext of a cell.</summary>
    /// <param name="text">As the key 'input'.</param>
    public TestBuilder Input(string text) => Become(described with { Input = Text(text) });

    /// <summary>Adds times at which spikes reach a receptor.</summary>
    /// <param name="times">As the key 'events'.</param>
    public TestBuilder Events(params string[] times) =>
        Become(described with { Events = [.. described.Events, .. times.Select(Text)] });

    /// <summary>The weight of a receptor's synapse.</summary>
    /// <param name="text">As the key 'weight'.</param>
    public TestBuilder Weight(string text) => Become(described with { Weight = Text(text) });

    /// <summary>The membrane potential at which a receptor is held.</summary>
    /// <param name="text">As the key 'v'.</param>
    public TestBuilder Potential(string text) => Become(described with { Potential = Text(text) });

    /// <summary>Changes a parameter for the test.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value.</param>
    public TestBuilder Parameter(string name, string value) =>
        Become(described with { Parameters = described.Parameters.Add(new NamedText(Text(name), Text(value))) });

    /// <summary>Changes an initial value for the test.</summary>
    /// <param name="name">The state.</param>
    /// <param name="value">Its value at the start.</param>
    public TestBuilder Initial(string name, string value) =>
        Become(described with { Initial = described.Initial.Add(new NamedText(Text(name), Text(value))) });

    /// <summary>The time before which nothing counts.</summary>
    /// <param name="text">As the key 'after'.</param>
    public TestBuilder After(string text) => Become(described with { After = Text(text) });

    /// <summary>The time step.</summary>
    /// <param name="text">As the key 'dt'.</param>
    public TestBuilder Dt(string text) => Become(described with { Dt = Text(text) });

    /// <summary>Expects a quantity of the spikes to lie in a range.</summary>
    /// <param name="quantity">What is looked at.</param>
    /// <param name="low">The smallest value that passes.</param>
    /// <param name="high">The largest value that passes.</param>
    public TestBuilder Expect(ObservedQuantity quantity, string low, string high) => Expect(quantity, null, low, high);

    /// <summary>Expects a quantity to lie in a range.</summary>
    /// <param name="quantity">What is looked at.</param>
    /// <param name="variable">The variable it is a quantity of; null for a quantity of the spikes.</param>
    /// <param name="low">The smallest value that passes.</param>
    /// <param name="high">The largest value that passes.</param>
    public TestBuilder Expect(ObservedQuantity quantity, string? variable, string low, string high) =>
        Become(described with
        {
            Expectations = described.Expectations.Add(new ExpectationDescription(
                quantity, variable is null ? null : Text(variable), Text(variable ?? quantity.ToString()), Text(low),
                Text(high))),
        });

    internal TestDescription Describe() => described;

    private ModelText Text(string text) => new(text, origin);

    private TestBuilder Become(TestDescription changed)
    {
        described = changed;
        return this;
    }
}
