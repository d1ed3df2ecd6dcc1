using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Simulation.Tests.Fields.Analysis;

public class LyapunovExponentTests
{
    // Sprott 2003, Chaos and Time-Series Analysis: 0.9056 for the Lorenz system with its usual parameters.
    [Fact]
    public void The_Lorenz_system_is_chaotic_with_the_published_exponent()
    {
        var functions = new RegionFunctions(FieldText.Parse("""
            field: lorenz
            parameters: {s: 10, r: 28, b: 8/3, T: 1 second}
            equations: |
              dx/dt = s*(y - x)/T : 1
              dy/dt = (x*(r - z) - y)/T : 1
              dz/dt = (x*y - b*z)/T : 1
            initial: {x: 1, y: 1, z: 20}
            """));
        Assert.Equal(0.9056, LyapunovExponent.Of(functions, [], 1000, 20, 0.01), 0.02);
    }

    [Fact]
    public void At_rest_the_exponent_is_the_slowest_decay()
    {
        var functions = new RegionFunctions(FieldText.Parse("""
            field: decay
            parameters: {a: 3 Hz, b: 7 Hz}
            equations: |
              dx/dt = -a*x : 1
              dy/dt = -b*y + a*x : 1
            initial: {x: 1}
            """));
        Assert.Equal(-3, LyapunovExponent.Of(functions, [], 10, 10, 0.01), 1e-3);
    }
}
