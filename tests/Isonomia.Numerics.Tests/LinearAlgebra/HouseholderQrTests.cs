using Isonomia.Numerics.LinearAlgebra;

namespace Isonomia.Numerics.Tests.LinearAlgebra;

public class HouseholderQrTests
{
    [Fact]
    public void A_square_system_is_solved()
    {
        // Reference: by hand: 2a + b = 3, a - b = 0 gives a = b = 1; column-major.
        Assert.True(HouseholderQr.TryFactor([2, 1, 1, -1], 2, 2, out var qr));
        double[] right = [3, 0], solution = new double[2];
        qr.ApplyTransposedQ(right);
        qr.SolveR(right, solution);
        Assert.Equal(1, solution[0], 1e-14);
        Assert.Equal(1, solution[1], 1e-14);
    }

    [Fact]
    public void The_inverse_of_the_Gram_matrix_is_its_inverse()
    {
        // Reference: by hand: columns (1, 1, 1) and (0, 1, 2): X'X = [3 3; 3 5], inverse [5 -3; -3 3] / 6.
        Assert.True(HouseholderQr.TryFactor([1, 1, 1, 0, 1, 2], 3, 2, out var qr));
        double[] expected = [5 / 6.0, -0.5, -0.5, 0.5];
        Assert.All(expected.Zip(qr.InverseGram()), p => Assert.Equal(p.First, p.Second, 1e-14));
    }

    [Fact]
    public void Dependent_columns_are_noticed_whatever_their_scale()
    {
        Assert.False(HouseholderQr.TryFactor([1, 2, 3, 2e9, 4e9, 6e9], 3, 2, out _));
        Assert.False(HouseholderQr.TryFactor([1, 2, 3, 0, 0, 0], 3, 2, out _));
        Assert.False(HouseholderQr.TryFactor([1, double.NaN, 3, 1, 1, 1], 3, 2, out _));
        Assert.True(HouseholderQr.TryFactor([1, 2, 3, 1e-12, 2e-12, 4e-12], 3, 2, out _));
        Assert.Throws<ArgumentException>(() => HouseholderQr.TryFactor([1, 2, 3], 1, 3, out _));
    }
}
