using Isonomia.Modeling.Description;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Simulation.Tests.Fields.Analysis;

public class JansenRitTests
{
    // The roots of (s + a)^4 (s + b)^2 - K0 (K1 (s + b)^2 - K2 (s + a)^2), solved by Newton's method elsewhere.
    [Theory]
    [InlineData(310, 0.0834876, 70.202998)]
    [InlineData(318.69, -0.0455858, 70.108709)]
    public void Its_leading_roots_are_those_of_its_polynomial(double p, double real, double imaginary)
    {
        var functions = new RegionFunctions(ModelFile.ReadField("jansen-rit"), "p");
        double[] states = [.. functions.Initial];
        Assert.True(new SteadyState(functions).Find([p], states, [.. StateBox.Around(functions, [p]).Widths]));
        var linear = functions.Linearise([p], states);
        var root = CharacteristicRoots.Rightmost(linear)[0];
        Assert.Equal(real, root.Real, 1e-5);
        Assert.Equal(imaginary, root.Imaginary, 1e-5);
        Assert.Equal(real > 0 ? 2 : 0, new UnstableRoots(6).Count(linear));
    }
}
