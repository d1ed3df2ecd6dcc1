using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Synthesis;
using Isonomia.Reporting.Figures.Scalp;

namespace Isonomia.Reporting.Tests.Figures.Scalp;

public class SphericalSplineTests
{
    private static readonly Direction3[] Sensors =
    [
        .. ElectrodeSets.ThirtyTwo.Select(name =>
        {
            Assert.True(StandardMontage.TryFind(name, out var p), name);
            return Direction3.Of(p.X, p.Y, p.Z);
        }),
    ];

    [Fact]
    public void The_surface_passes_through_what_was_measured()
    {
        var values = Sensors.Select((s, i) => Math.Sin(3 * s.X) + s.Y * s.Z + i % 3 * 0.1).ToArray();
        var surface = new SphericalSpline(Sensors, values);

        // The regularisation leaves a misfit of a hundredth of the range, far below one colour step.
        Assert.All(Sensors.Zip(values), p => Assert.Equal(p.Second, surface.At(p.First), 0.02));
    }

    [Fact]
    public void A_constant_stays_constant_everywhere()
    {
        var surface = new SphericalSpline(Sensors, [.. Sensors.Select(_ => 1.25)]);
        Assert.Equal(1.25, surface.At(Direction3.Of(0.3, -0.2, -0.5)), 1e-9);
    }

    // A field of the lowest degree, as a deep source gives, is known everywhere from its values at the sensors.
    [Fact]
    public void A_deep_source_is_recovered_between_the_sensors()
    {
        static double Field(Direction3 d) => 0.4 * d.X - d.Y + 0.5 * d.Z;
        var surface = new SphericalSpline(Sensors, [.. Sensors.Select(Field)]);
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var d = Direction3.Of(random.NextDouble() - 0.5, random.NextDouble() - 0.5, 0.1 + random.NextDouble());
            Assert.Equal(Field(d), surface.At(d), 0.03);
        }
    }

    [Fact]
    public void Two_sensors_in_one_place_do_no_harm()
    {
        var surface = new SphericalSpline([Sensors[0], Sensors[0], Sensors[14], Sensors[28]], [1, 2, 0, 0]);
        Assert.Equal(1.5, surface.At(Sensors[0]), 0.01);
    }
}
