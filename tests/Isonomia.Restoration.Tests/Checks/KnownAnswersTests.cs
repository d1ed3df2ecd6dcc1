using Isonomia.Restoration.Checks;

namespace Isonomia.Restoration.Tests.Checks;

public class KnownAnswersTests
{
    // The short form of what docs/restore.md reports of 100 individuals of each condition. Chance would be 14 %.
    [Fact]
    public void The_first_of_the_ranking_is_mostly_among_the_truly_best_three_and_probabilities_come_true()
    {
        var report = KnownAnswers.Run(3, 1, 2, TestContext.Current.CancellationToken);
        Assert.True(report.AmongBestThree >= 0.6, $"{report.AmongBestThree:0%} among the best three");
        Assert.True(report.CalibrationError < 0.1, $"stated probabilities miss by {report.CalibrationError:0.00}");
    }
}
