using Isonomia.Numerics.Random;
using Isonomia.Restoration.Health;

namespace Isonomia.Restoration.Tests.Health;

public class HealthyRangeTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    private static double[][] Persons(int count)
    {
        var random = new RandomStream(1, "healthy-range-test");
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (x, y, z) = (random.Normal(), random.Normal(), random.Normal());
            return new[] { 10 + x, (2 * x) + y, z * 0.1 };
        })];
    }

    // Of normal features, squared distances times their number are chi-square: the mean is 1, 95 % below 7.81/3; a little
    // less where features go together, of which a tenth is not believed.
    [Fact]
    public void The_healthy_are_at_distance_one_on_average_and_95_percent_are_inside()
    {
        var persons = Persons(4000);
        var range = HealthyRange.Of(Names, persons, 0, "test");
        Assert.Equal(1, persons.Average(p => range.Distance(p) * range.Distance(p)), 0.2);
        Assert.Equal(0.95, persons.Count(p => range.Distance(p) <= range.Limit) / 4000.0, 0.002);
        Assert.Equal(Math.Sqrt(7.815 / 3), range.Limit, 0.15);
    }

    [Fact]
    public void Going_against_how_features_go_together_is_farther_than_going_along()
    {
        var range = HealthyRange.Of(Names, Persons(4000), 0, "test");
        Assert.True(range.Distance([11, -2, 0]) > 2 * range.Distance([11, 2, 0]));
    }

    [Fact]
    public void A_range_survives_its_file()
    {
        var random = new RandomStream(2, "healthy-range-test");
        var persons = Enumerable.Range(0, 40).Select(_ => SpectralFeatures.Names.Select(_ => random.Normal()).ToArray()).ToArray();
        var range = HealthyRange.Of(SpectralFeatures.Names, persons, 40, "forty persons");
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(path))
                HealthFile.Write(stream, range);
            var again = HealthFile.Read(path);
            Assert.Equal((range.Limit, range.Persons, range.Source), (again.Limit, again.Persons, again.Source));
            Assert.Equal(range.Distance(persons[3]), again.Distance(persons[3]), 12);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // The published eyes-closed set has its alpha peak at 8.90 Hz.
    [Fact]
    public void The_published_set_is_in_the_middle_of_both_ranges()
    {
        Assert.InRange(PublishedHealth.Virtual.Mean[0], 8.9, 9.5);
        Assert.InRange(PublishedHealth.Adults.Mean[0], 9.5, 10.8);
        Assert.True(PublishedHealth.Adults.Range(6).Low < 0.41 && PublishedHealth.Adults.Range(6).High > 0.41);
    }

    // A power law has its exponent, whatever else there is not.
    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    [InlineData(3)]
    public void The_exponent_of_a_power_law_is_found(double exponent)
    {
        var features = new double[SpectralFeatures.Names.Count];
        new SpectralFeatures(Isonomia.Inference.Corticothalamic.CorticothalamicModel.Instance).OfSpectrumOnly(
            [.. SpectralFeatures.Grid.ToArray().Select(f => Math.Pow(f, -exponent))], features);
        Assert.Equal(exponent, features[1], 1e-9);
    }
}
