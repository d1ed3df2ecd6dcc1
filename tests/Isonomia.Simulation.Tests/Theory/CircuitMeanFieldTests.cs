using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Simulation.Theory;

namespace Isonomia.Simulation.Tests.Theory;

/// <summary>Mean fields that are read from circuits of the library.</summary>
public class CircuitMeanFieldTests
{
    // Brunel 2000, equations 4.1 to 4.3, solved independently; four digits are given.
    [Theory]
    [InlineData("5", 37.95, 0.01)]
    [InlineData("6", 22.85, 0.01)]
    [InlineData("4.5", 56.7, 0.05)]
    public void The_network_of_brunel_has_the_rates_of_its_equations(string g, double rate, double tolerance)
    {
        var rates = new CircuitMeanField(Circuit("brunel2000", ("parameters.g", g), ("parameters.eta", "2"))).Theory.Rates();
        Assert.Equal(rate, rates[0], tolerance);
        Assert.Equal(rates[0], rates[1], 1e-6);
    }

    // Layer et al. 2022 (nnmt), doi:10.3389/fninf.2022.835657, whose weights are all alike. Here they have a standard deviation of a
    // tenth, which adds a hundredth to the variance of the input and up to 0.01 Hz to the rates.
    [Fact]
    public void The_cortical_column_has_the_rates_that_nnmt_publishes()
    {
        var field = new CircuitMeanField(Circuit("potjans-diesmann2014"));
        double[] published = [.754, 2.794, 4.441, 5.823, 7.153, 8.470, 1.159, 7.756];
        var rates = field.Theory.Rates();
        Assert.Equal(["L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I"], field.Names);
        Assert.All(published.Zip(rates), p => Assert.Equal(p.First, p.Second, 0.012));
        Assert.Empty(field.Notes);
    }

    [Theory]
    [InlineData("vogels2011", "is not linear in its states")]
    [InlineData("wang2002", "act at every step")]
    [InlineData("brette2007-cobahh", "")]
    public void What_it_does_not_cover_is_refused_and_named(string name, string told) =>
        Assert.Contains(told, Assert.Throws<MeanFieldException>(() => new CircuitMeanField(Circuit(name))).Message,
            StringComparison.Ordinal);

    private static CircuitModel Circuit(string name, params (string Path, string Value)[] settings)
    {
        var bag = new DiagnosticBag();
        var description = (CircuitDescription)ModelFile.Find(name);
        foreach (var (path, value) in settings)
            description = SettingPath.Apply(description, path, value, bag);
        bag.ThrowIfErrors();
        return description.ToModel();
    }
}
