using Isonomia.Modeling.Fields.Networks;
using Isonomia.Tests;

namespace Isonomia.Modeling.Tests.Fields;

public class ConnectomeFileTests
{
    [Fact]
    public void An_archive_of_The_Virtual_Brain_has_weights_lengths_and_names()
    {
        var brain = ConnectomeFile.Read(SharedData.Path("connectomes/tvb/connectivity_76.zip"));
        Assert.Equal(76, brain.Regions);
        Assert.Equal("rA1", brain.Labels[0]);
        Assert.Equal(3, brain.Weights.Max());
        Assert.Equal(0.270, brain.Weights.Count(w => w > 0) / (76.0 * 76), 3);
        Assert.InRange(brain.Lengths.Max(), 0.1, 0.3);
    }

    [Fact]
    public void A_table_of_weights_and_one_of_lengths_make_a_connectome()
    {
        var weights = SharedData.Path("connectomes/schaefer200_tep/Schaefer2018_200Parcels_7Networks_count.csv");
        var brain = ConnectomeFile.Read(weights, SharedData.Path("connectomes/schaefer200_tep/Schaefer2018_200Parcels_7Networks_distance.csv"));
        Assert.Equal(200, brain.Regions);
        Assert.InRange(brain.Lengths.Max(), 0.05, 0.5);
    }

    [Fact]
    public void ENIGMA_gives_a_symmetric_table()
    {
        var brain = ConnectomeFile.Read(SharedData.Path("connectomes/enigma_toolbox/hcp_connectivity/strucMatrix_ctx.csv"));
        Assert.Equal(68, brain.Regions);
        Assert.All(Enumerable.Range(0, 68), i => Assert.Equal(brain.Weights[i], brain.Weights[i * 68], 1e-9));
    }

    [Theory]
    [InlineData("1,2\n3,4\n5,6\n", "has 3 rows of 2 numbers, where a square of 3 was expected")]
    [InlineData("0,1\nx,0\n", "found 'x' in line 2 where a finite number was expected")]
    [InlineData("", "holds no numbers")]
    public void What_is_no_connectome_is_said(string text, string expected)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.Contains(expected, Assert.Throws<FormatException>(() => ConnectomeFile.Read(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
