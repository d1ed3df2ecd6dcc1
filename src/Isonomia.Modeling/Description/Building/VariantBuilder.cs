using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Building;

/// <summary>Describes a named version of a model: what it changes.</summary>
public sealed class VariantBuilder
{
    private readonly string origin;
    private readonly List<TestDescription> tests = [];
    private VariantDescription described;

    internal VariantBuilder(string name, string origin)
    {
        this.origin = origin;
        described = new VariantDescription { Name = new ModelText(name, origin) };
    }

    /// <summary>What it is, for people.</summary>
    /// <param name="text">As the key 'description'.</param>
    public VariantBuilder Description(string text) => Become(described with { Description = text });

    /// <summary>The paper it comes from.</summary>
    /// <param name="text">As the key 'source'.</param>
    public VariantBuilder Source(string text) => Become(described with { Source = text });

    /// <summary>Changes a parameter.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value.</param>
    public VariantBuilder Parameter(string name, string value) =>
        Become(described with { Parameters = described.Parameters.Add(Named(name, value)) });

    /// <summary>Puts equations in place of the model's.</summary>
    /// <param name="text">As the key 'equations'.</param>
    public VariantBuilder Equations(string text) => Become(described with { Equations = new ModelText(text, origin) });

    /// <summary>Changes the integrator.</summary>
    /// <param name="method">The integrator.</param>
    public VariantBuilder Integrator(IntegrationMethod method) =>
        Become(described with { Integrator = new ModelText(IntegratorNames.Name(method), origin) });

    /// <summary>Changes an initial value.</summary>
    /// <param name="name">The state.</param>
    /// <param name="value">Its value at the start.</param>
    public VariantBuilder Initial(string name, string value) =>
        Become(described with { Initial = described.Initial.Add(Named(name, value)) });

    /// <summary>Changes the input.</summary>
    /// <param name="text">As the key 'input'.</param>
    public VariantBuilder Input(string text) => Become(described with { Input = new ModelText(text, origin) });

    /// <summary>Changes the time step.</summary>
    /// <param name="text">As the key 'dt'.</param>
    public VariantBuilder Dt(string text) => Become(described with { Dt = new ModelText(text, origin) });

    /// <summary>Changes the duration.</summary>
    /// <param name="text">As the key 'duration'.</param>
    public VariantBuilder Duration(string text) => Become(described with { Duration = new ModelText(text, origin) });

    /// <summary>Adds a test that it must pass.</summary>
    /// <param name="duration">How long it runs, as the key 'for'.</param>
    /// <param name="experiment">What is done and what is expected.</param>
    public VariantBuilder Test(string duration, Action<TestBuilder> experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var test = new TestBuilder(duration, $"{origin}, test");
        experiment(test);
        tests.Add(test.Describe());
        return this;
    }

    internal VariantDescription Describe() => described with { Tests = [.. tests] };

    private NamedText Named(string name, string value) =>
        new(new ModelText(name, origin), new ModelText(value, origin));

    private VariantBuilder Become(VariantDescription changed)
    {
        described = changed;
        return this;
    }
}
