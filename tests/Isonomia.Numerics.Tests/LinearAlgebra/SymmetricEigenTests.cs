using Isonomia.Numerics.LinearAlgebra;
using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Tests.LinearAlgebra;

public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(64)]
    public void Vectors_are_orthonormal_and_multiply_by_their_values(int n)
    {
        var stream = new RandomStream(1, "matrix");
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = i; j < n; j++)
                matrix[(i * n) + j] = matrix[(j * n) + i] = stream.Normal();
        }

        var found = SymmetricEigen.Of(matrix, n);
        for (var k = 0; k < n; k++)
        {
            Assert.True(k == 0 || found.Values[k] <= found.Values[k - 1]);
            for (var i = 0; i < n; i++)
            {
                var product = Enumerable.Range(0, n).Sum(j => matrix[(i * n) + j] * found.Vectors[k][j]);
                Assert.Equal(found.Values[k] * found.Vectors[k][i], product, 1e-12 * n);
                Assert.Equal(i == k ? 1 : 0, found.Vectors[k].Zip(found.Vectors[i], (a, b) => a * b).Sum(), 1e-13 * n);
            }
        }
    }

    [Fact]
    public void Values_of_a_chain_are_the_known_cosines()
    {
        // The path of n: 2 cos(pi k/(n + 1)).
        const int N = 12;
        var matrix = new double[N * N];
        for (var i = 0; i + 1 < N; i++)
            matrix[(i * N) + i + 1] = matrix[((i + 1) * N) + i] = 1;
        var found = SymmetricEigen.Of(matrix, N);
        for (var k = 0; k < N; k++)
            Assert.Equal(2 * Math.Cos(Math.PI * (k + 1) / (N + 1)), found.Values[k], 1e-14);
    }
}
